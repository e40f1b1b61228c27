import type { ServiceKnowledge } from '../types.ts';

export const neptune: ServiceKnowledge = {
  id: 'neptune',
  name: 'Amazon Neptune',
  class: 'container',
  types: ['AWS::Neptune::'],
  summary: 'Graph database clusters.',
  link: 'https://docs.aws.amazon.com/neptune/latest/userguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS releases engine updates; you let patch versions in and start upgrades of the minor ones.',
      properties: {
        'AWS::Neptune::DBCluster': ['EngineVersion'],
        'AWS::Neptune::DBInstance': ['AutoMinorVersionUpgrade'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You turn on IAM authentication; without it, whoever reaches the port can query and change the graph.',
      properties: {
        'AWS::Neptune::DBCluster': ['IamAuthEnabled', 'AssociatedRoles'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You guard port 8182 by security groups in private subnets, the more so without authentication.',
      properties: {
        'AWS::Neptune::DBCluster': ['VpcSecurityGroupIds', 'DBSubnetGroupName'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You ask for encryption when the cluster is made, since it cannot be changed later.',
      properties: {
        'AWS::Neptune::DBCluster': ['StorageEncrypted', 'KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS accepts only TLS connections to the cluster in all current engine versions.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You switch on audit logs by parameter and export them; slow-query logs as well.',
      properties: {
        'AWS::Neptune::DBCluster': ['EnableCloudwatchLogsExports'],
        'AWS::Neptune::DBClusterParameterGroup': ['Parameters'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS backs up continuously to S3; how many days it keeps, and whether deletion is refused, you say.',
      properties: {
        'AWS::Neptune::DBCluster': ['BackupRetentionPeriod', 'DeletionProtection', 'CopyTagsToSnapshot'],
      },
    },
  },
};
