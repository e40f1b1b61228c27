import { customerKeyRule } from '#kit';

const QUALITY = ['AWS::SageMaker::DataQualityJobDefinition'];
const BIAS = ['AWS::SageMaker::ModelBiasJobDefinition'];
const EXPLANATION = ['AWS::SageMaker::ModelExplainabilityJobDefinition'];
const MODEL = ['AWS::SageMaker::ModelQualityJobDefinition'];

export default customerKeyRule({
  id: 'sagemaker-monitoring-customer-key',
  title: 'Monitoring job is encrypted with a key that AWS manages',
  on: [...QUALITY, ...BIAS, ...EXPLANATION, ...MODEL],
  why: 'A monitoring job reads what the endpoint was asked and writes statistics about it. Without a key of your own, access to its volume and its reports cannot be cut off, nor its use seen.',
  remedy: 'Set VolumeKmsKeyId of the cluster and KmsKeyId of the output to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  keys: [
    {
      path: 'DataQualityJobOutputConfig.KmsKeyId',
      on: QUALITY,
      what: 'reports',
      peers: { checkov: ['CKV_AWS_367'] },
    },
    {
      path: 'JobResources.ClusterConfig.VolumeKmsKeyId',
      on: QUALITY,
      what: 'volume',
      peers: { checkov: ['CKV_AWS_368'] },
    },
    { path: 'ModelBiasJobOutputConfig.KmsKeyId', on: BIAS, what: 'reports', peers: {} },
    { path: 'ModelExplainabilityJobOutputConfig.KmsKeyId', on: EXPLANATION, what: 'reports', peers: {} },
    { path: 'ModelQualityJobOutputConfig.KmsKeyId', on: MODEL, what: 'reports', peers: {} },
    {
      path: 'JobResources.ClusterConfig.VolumeKmsKeyId',
      on: [...BIAS, ...EXPLANATION, ...MODEL],
      what: 'volume',
      peers: {},
    },
  ],
  fix: { title: 'Encrypt with a key of the stack (replaces the job definition)', safety: 'replacement' },
  sample: {
    logicalId: 'Watch',
    type: 'AWS::SageMaker::DataQualityJobDefinition',
    properties: ['JobResources: {ClusterConfig: {InstanceCount: 1, VolumeKmsKeyId: !ImportValue Key}}'],
  },
});
