import type { ServiceKnowledge } from '../types.ts';

export const msk: ServiceKnowledge = {
  id: 'msk',
  name: 'Amazon MSK',
  class: 'container',
  types: ['AWS::MSK::', 'AWS::KafkaConnect::'],
  summary: 'Managed Apache Kafka.',
  link: 'https://docs.aws.amazon.com/msk/latest/developerguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS patches brokers one by one; you move Kafka versions before their end.',
      properties: {
        'AWS::MSK::Cluster': ['KafkaVersion'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You require IAM, mutual TLS or SCRAM, and turn unauthenticated access off.',
      properties: {
        'AWS::MSK::Cluster': ['ClientAuthentication'],
        'AWS::MSK::ClusterPolicy': ['Policy'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: "You leave public access disabled and open broker ports to clients' security groups.",
      properties: {
        'AWS::MSK::Cluster': [
          'BrokerNodeGroupInfo.ConnectivityInfo',
          'BrokerNodeGroupInfo.SecurityGroups',
          'BrokerNodeGroupInfo.ClientSubnets',
        ],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts broker volumes always, by a key of its own or the one you name.',
      properties: {
        'AWS::MSK::Cluster': ['EncryptionInfo.EncryptionAtRest'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS encrypts between brokers and toward clients by default; plaintext for clients you must not allow.',
      properties: {
        'AWS::MSK::Cluster': ['EncryptionInfo.EncryptionInTransit'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep SCRAM users in secrets encrypted by a key of your own.',
      properties: {
        'AWS::MSK::BatchScramSecret': ['SecretArnList'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You ship broker logs to CloudWatch, S3 or Firehose and raise the monitoring level.',
      properties: {
        'AWS::MSK::Cluster': ['LoggingInfo', 'EnhancedMonitoring'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS replaces failed brokers; replication factor three over three zones is how you use it.',
      properties: {
        'AWS::MSK::Cluster': ['NumberOfBrokerNodes'],
      },
    },
  },
};
