import type { ServiceKnowledge } from '../types.ts';

export const sagemaker: ServiceKnowledge = {
  id: 'sagemaker',
  name: 'Amazon SageMaker AI',
  class: 'container',
  types: ['AWS::SageMaker::'],
  summary: 'Notebooks, training and inference for machine learning.',
  link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security.html',
  since: 'Called Amazon SageMaker until December 2024.',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence:
        'AWS patches hosts of jobs and endpoints; notebook instances take patches when you stop and start them.',
      properties: {
        'AWS::SageMaker::NotebookInstance': ['PlatformIdentifier'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: "You update your containers, notebooks' libraries and lifecycle scripts.",
      properties: {
        'AWS::SageMaker::Model': ['PrimaryContainer'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give each domain, notebook and model a role of its own, and take root from notebooks.',
      properties: {
        'AWS::SageMaker::NotebookInstance': ['RoleArn', 'RootAccess', 'InstanceMetadataServiceConfiguration'],
        'AWS::SageMaker::Model': ['ExecutionRoleArn'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You cut direct internet access, run in VPC-only mode and isolate models from networks.',
      properties: {
        'AWS::SageMaker::NotebookInstance': ['DirectInternetAccess', 'SubnetId'],
        'AWS::SageMaker::Domain': ['AppNetworkAccessType'],
        'AWS::SageMaker::Model': ['EnableNetworkIsolation', 'VpcConfig'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts volumes and outputs with keys it owns; your own keys you name per resource.',
      properties: {
        'AWS::SageMaker::NotebookInstance': ['KmsKeyId'],
        'AWS::SageMaker::EndpointConfig': ['KmsKeyId'],
        'AWS::SageMaker::Domain': ['KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You encrypt traffic between training or processing containers, which is off by default.',
      properties: {
        'AWS::SageMaker::DataQualityJobDefinition': ['NetworkConfig.EnableInterContainerTrafficEncryption'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep repository and data source credentials in secrets.',
      properties: {
        'AWS::SageMaker::CodeRepository': ['GitConfig.SecretArn'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You capture inference data on purpose only, and read logs of jobs in CloudWatch.',
      properties: {
        'AWS::SageMaker::EndpointConfig': ['DataCaptureConfig'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You run two instances per endpoint and keep models in the registry.',
      properties: {
        'AWS::SageMaker::EndpointConfig': ['ProductionVariants'],
      },
    },
  },
};
