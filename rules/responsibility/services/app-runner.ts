import type { ServiceKnowledge } from '../types.ts';

export const appRunner: ServiceKnowledge = {
  id: 'app-runner',
  name: 'AWS App Runner',
  class: 'abstracted',
  types: ['AWS::AppRunner::'],
  summary: 'Web services from an image or repository.',
  link: 'https://docs.aws.amazon.com/apprunner/latest/dg/security.html',
  since: 'Closed to new customers since April 30, 2026; AWS recommends Amazon ECS Express Mode.',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS maintains managed runtimes; images you bring you patch.',
      properties: {
        'AWS::AppRunner::Service': ['SourceConfiguration'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You part the instance role of the code from the access role of the image.',
      properties: {
        'AWS::AppRunner::Service': [
          'InstanceConfiguration.InstanceRoleArn',
          'SourceConfiguration.AuthenticationConfiguration',
        ],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You make the endpoint private, or attach a web ACL to the public one.',
      properties: {
        'AWS::AppRunner::Service': ['NetworkConfiguration.IngressConfiguration'],
        'AWS::AppRunner::VpcConnector': ['SecurityGroups'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts copies of your image and source; a key of yours is chosen at creation.',
      properties: {
        'AWS::AppRunner::Service': ['EncryptionConfiguration'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You reference secrets instead of runtime variables.',
      properties: {
        'AWS::AppRunner::Service': ['SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentSecrets'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS writes service and application logs to CloudWatch; tracing you configure.',
      properties: {
        'AWS::AppRunner::Service': ['ObservabilityConfiguration'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS balances instances over zones; at least one warm instance you pay for.',
      properties: {
        'AWS::AppRunner::AutoScalingConfiguration': ['MinSize'],
      },
    },
  },
};
