import { customerKeyRule } from '#kit';

export default customerKeyRule({
  id: 'sagemaker-notebook-customer-key',
  title: 'Notebook or Studio domain is encrypted with a key that AWS manages',
  on: ['AWS::SageMaker::NotebookInstance', 'AWS::SageMaker::Domain'],
  why: 'Notebooks keep samples of the data they work on. The volume is encrypted with a key whose policy cannot be changed, so that access cannot be cut off for this data alone.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  keys: [
    {
      path: 'KmsKeyId',
      on: ['AWS::SageMaker::NotebookInstance'],
      what: 'volume',
      peers: {
        checkov: ['CKV_AWS_187'],
        cfn_nag: ['W1201'],
        guard: ['SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED'],
        cdk_nag: ['SageMakerNotebookInstanceKMSKeyConfigured', 'AwsSolutions-SM2'],
        kics: ['709e6da6'],
      },
    },
    {
      path: 'KmsKeyId',
      on: ['AWS::SageMaker::Domain'],
      what: 'file system',
      peers: { checkov: ['CKV_AWS_187'] },
    },
  ],
  fix: {
    title: 'Encrypt with a key of the stack (replaces the resource, and what is stored in it)',
    safety: 'replacement',
  },
  sample: {
    logicalId: 'Notes',
    type: 'AWS::SageMaker::NotebookInstance',
    properties: ['InstanceType: ml.t3.medium'],
  },
});
