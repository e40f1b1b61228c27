import type { ServiceKnowledge } from '../types.ts';

export const documentdb: ServiceKnowledge = {
  id: 'documentdb',
  name: 'Amazon DocumentDB',
  class: 'container',
  types: ['AWS::DocDB::', 'AWS::DocDBElastic::'],
  summary: 'MongoDB-compatible document database clusters.',
  link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS maintains the engine in the window you choose; major versions wait for you.',
      properties: {
        'AWS::DocDB::DBCluster': ['EngineVersion', 'PreferredMaintenanceWindow'],
        'AWS::DocDB::DBInstance': ['AutoMinorVersionUpgrade'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence:
        "You create database users with roles for single databases; the cluster's master user is not for applications.",
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You reach it only from within a VPC: pick private subnets and open port 27017 to named groups.',
      properties: {
        'AWS::DocDB::DBCluster': ['VpcSecurityGroupIds', 'DBSubnetGroupName'],
        'AWS::DocDBElastic::Cluster': ['VpcSecurityGroupIds'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You set storage encryption at creation; a plain cluster is encrypted only by restoring its snapshot.',
      properties: {
        'AWS::DocDB::DBCluster': ['StorageEncrypted', 'KmsKeyId'],
        'AWS::DocDBElastic::Cluster': ['KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS enables TLS in the default parameter group; in a group of your own you must not turn it off.',
      properties: {
        'AWS::DocDB::DBClusterParameterGroup': ['Parameters'],
      },
      link: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS holds the master password in Secrets Manager if you let it, instead of the template.',
      properties: {
        'AWS::DocDB::DBCluster': ['ManageMasterUserPassword', 'MasterUserPassword', 'KmsKeyId'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable auditing in a parameter group and export audit and profiler logs.',
      properties: {
        'AWS::DocDB::DBCluster': ['EnableCloudwatchLogsExports'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS copies storage six times over three zones; backup days beyond one and protection from deletion are yours.',
      properties: {
        'AWS::DocDB::DBCluster': ['BackupRetentionPeriod', 'DeletionProtection', 'CopyTagsToSnapshot'],
      },
    },
  },
};
