import type { ServiceKnowledge } from '../types.ts';

export const athena: ServiceKnowledge = {
  id: 'athena',
  name: 'Amazon Athena',
  class: 'abstracted',
  types: ['AWS::Athena::'],
  summary: 'SQL over data in S3.',
  link: 'https://docs.aws.amazon.com/athena/latest/ug/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS upgrades the engine automatically unless you pin a version in the workgroup.',
      properties: {
        'AWS::Athena::WorkGroup': ['WorkGroupConfiguration.EngineVersion'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You part teams by workgroups, and let a query read only what its principal may read in S3.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: "You encrypt query results and enforce the workgroup's settings over those of clients.",
      properties: {
        'AWS::Athena::WorkGroup': [
          'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration',
          'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
        ],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You publish workgroup metrics and cap the data a query may scan.',
      properties: {
        'AWS::Athena::WorkGroup': [
          'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
          'WorkGroupConfiguration.BytesScannedCutoffPerQuery',
        ],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep results as long as you need them by lifecycle rules of their bucket.',
    },
  },
};
