import { customerKeyRule } from '#kit';

export default customerKeyRule({
  id: 'sagemaker-endpoint-customer-key',
  title: 'Endpoint stores models and requests with a key that AWS manages',
  on: 'AWS::SageMaker::EndpointConfig',
  why: 'The volumes of an endpoint hold the model and what is captured of requests. Without a key of your own, access to them cannot be cut off, nor its use seen.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  keys: [
    {
      path: 'KmsKeyId',
      what: 'volumes',
      peers: {
        cfn_nag: ['W1200'],
        guard: ['SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED'],
        cdk_nag: ['SageMakerEndpointConfigurationKMSKeyConfigured'],
        kics: ['44034eda'],
      },
    },
  ],
  fix: { title: 'Encrypt with a key of the stack (replaces the configuration)', safety: 'replacement' },
  sample: { logicalId: 'Live', type: 'AWS::SageMaker::EndpointConfig', properties: ['EndpointConfigName: live'] },
});
