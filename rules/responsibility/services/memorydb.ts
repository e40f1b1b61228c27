import type { ServiceKnowledge } from '../types.ts';

export const memorydb: ServiceKnowledge = {
  id: 'memorydb',
  name: 'Amazon MemoryDB',
  class: 'container',
  types: ['AWS::MemoryDB::'],
  summary: 'A durable in-memory database for Valkey and Redis OSS.',
  link: 'https://docs.aws.amazon.com/memorydb/latest/devguide/memorydb-security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS releases engine patches as service updates; minor versions come by themselves unless you refuse.',
      properties: {
        'AWS::MemoryDB::Cluster': ['AutoMinorVersionUpgrade', 'EngineVersion', 'MaintenanceWindow'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You replace the open-access ACL by one whose users have passwords or IAM, and only the commands they need.',
      properties: {
        'AWS::MemoryDB::Cluster': ['ACLName'],
        'AWS::MemoryDB::User': ['AccessString', 'AuthenticationMode'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You admit clients by security group; the cluster has no public endpoint of its own.',
      properties: {
        'AWS::MemoryDB::Cluster': ['SecurityGroupIds', 'SubnetGroupName'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts cluster data, transaction log and snapshots always.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS turns TLS on by default; you leave it on, since without it there is no authentication either.',
      properties: {
        'AWS::MemoryDB::Cluster': ['TLSEnabled'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS uses a key it owns unless you name a KMS key for the cluster.',
      properties: {
        'AWS::MemoryDB::Cluster': ['KmsKeyId'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS reports cluster events; you send them to a topic and watch metrics.',
      properties: {
        'AWS::MemoryDB::Cluster': ['SnsTopicArn'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS writes to a Multi-AZ transaction log before it answers; replicas and snapshot retention you set.',
      properties: {
        'AWS::MemoryDB::Cluster': ['NumReplicasPerShard', 'SnapshotRetentionLimit'],
      },
    },
  },
};
