import type { ServiceKnowledge } from '../types.ts';

export const lambda: ServiceKnowledge = {
  id: 'lambda',
  name: 'AWS Lambda',
  class: 'abstracted',
  types: [
    'AWS::Lambda::',
    'AWS::Serverless::Function',
    'AWS::Serverless::LayerVersion',
    'AWS::Serverless::CapacityProvider',
    'AWS::Serverless::Connector',
    'AWS::Serverless::Application',
  ],
  summary: 'Functions that run your code on demand.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence: "AWS isolates each function's environment in a Firecracker micro virtual machine of its own.",
    },
    'os-patching': {
      who: 'aws',
      sentence: 'AWS patches the operating system below every function that uses a managed runtime.',
    },
    'platform-patching': {
      who: 'shared',
      sentence:
        'AWS patches managed runtimes; you leave those that are deprecated, and update your libraries, layers and images.',
      properties: {
        'AWS::Lambda::Function': ['Runtime', 'Layers', 'RuntimeManagementConfig'],
        'AWS::Serverless::Function': ['Runtime'],
      },
      link: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give each function a role of its own, and name a source account or ARN in who may invoke it.',
      properties: {
        'AWS::Lambda::Function': ['Role'],
        'AWS::Lambda::Permission': ['Principal', 'SourceArn', 'SourceAccount'],
        'AWS::Lambda::Url': ['AuthType'],
        'AWS::Serverless::Function': ['Policies', 'Role'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You require IAM on function URLs, and place functions in a VPC only when they need its resources.',
      properties: {
        'AWS::Lambda::Url': ['AuthType', 'Cors'],
        'AWS::Lambda::Function': ['VpcConfig'],
        'AWS::Serverless::Function': ['VpcConfig'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts code and environment variables; a KMS key for the variables is your choice.',
      properties: {
        'AWS::Lambda::Function': ['KmsKeyArn'],
        'AWS::Lambda::EventSourceMapping': ['KmsKeyArn'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS invokes functions and serves function URLs by TLS only.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep secrets out of environment variables, which everyone who may view the function can read.',
      properties: {
        'AWS::Lambda::Function': ['Environment.Variables'],
        'AWS::Serverless::Function': ['Environment'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS writes output to CloudWatch Logs if the role may; tracing, retention and alarms are yours.',
      properties: {
        'AWS::Lambda::Function': ['TracingConfig', 'LoggingConfig'],
        'AWS::Serverless::Function': ['Tracing'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS runs functions in several zones; dead-letter queues, reserved concurrency and versions are yours.',
      properties: {
        'AWS::Lambda::Function': ['DeadLetterConfig', 'ReservedConcurrentExecutions'],
        'AWS::Lambda::EventInvokeConfig': ['DestinationConfig'],
        'AWS::Serverless::Function': ['DeadLetterQueue'],
      },
    },
  },
  overrides: {
    'AWS::Lambda::Permission': {
      'identity-access': {
        who: 'you',
        sentence:
          'You let one principal invoke the function; without SourceArn or SourceAccount a service may do so for anyone.',
        properties: {
          'AWS::Lambda::Permission': ['Principal', 'SourceArn', 'SourceAccount', 'PrincipalOrgID'],
        },
      },
    },
    'AWS::Lambda::Url': {
      'network-exposure': {
        who: 'you',
        sentence: 'You publish the function on the internet: with auth type NONE anyone may call it.',
        properties: {
          'AWS::Lambda::Url': ['AuthType', 'Cors'],
        },
      },
    },
    'AWS::Lambda::EventSourceMapping': {
      'backup-durability': {
        who: 'you',
        sentence:
          'You set retries, record age and a destination for batches that fail, or one bad record blocks a stream.',
        properties: {
          'AWS::Lambda::EventSourceMapping': ['MaximumRetryAttempts', 'MaximumRecordAgeInSeconds', 'DestinationConfig'],
        },
      },
    },
  },
  carries: {
    'AWS::Lambda::Permission': ['identity-access'],
    'AWS::Lambda::LayerVersionPermission': ['identity-access'],
    'AWS::Lambda::Version': ['platform-patching'],
    'AWS::Lambda::Alias': ['platform-patching'],
    'AWS::Lambda::LayerVersion': ['platform-patching', 'keys-secrets'],
    'AWS::Lambda::Url': ['identity-access', 'network-exposure'],
    'AWS::Lambda::EventSourceMapping': [
      'identity-access',
      'encryption-at-rest',
      'encryption-in-transit',
      'backup-durability',
    ],
  },
};
