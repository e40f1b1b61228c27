import type { ServiceKnowledge } from '../types.ts';

export const keyspaces: ServiceKnowledge = {
  id: 'keyspaces',
  name: 'Amazon Keyspaces',
  class: 'abstracted',
  types: ['AWS::Cassandra::'],
  summary: 'Cassandra-compatible tables.',
  link: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You grant by IAM per keyspace and table, with temporary credentials through the SigV4 plugin.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts all tables; a customer managed key is your setting of each.',
      properties: {
        'AWS::Cassandra::Table': ['EncryptionSpecification'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS refuses CQL connections without TLS.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You avoid service-specific credentials, or rotate them.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You record data calls, if you need them, as CloudTrail data events.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS replicates three times over zones; point-in-time recovery you switch on.',
      properties: {
        'AWS::Cassandra::Table': ['PointInTimeRecoveryEnabled'],
      },
    },
  },
};
