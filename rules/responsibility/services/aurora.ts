import type { ServiceKnowledge } from '../types.ts';

export const aurora: ServiceKnowledge = {
  id: 'aurora',
  name: 'Amazon Aurora',
  class: 'container',
  types: ['AWS::RDS::DBCluster*', 'AWS::RDS::GlobalCluster', 'AWS::RDS::DBShardGroup'],
  summary: 'MySQL- and PostgreSQL-compatible database clusters.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence:
        'AWS patches the cluster, mostly without downtime; you choose engine versions and long-term support releases.',
      properties: {
        'AWS::RDS::DBCluster': [
          'EngineVersion',
          'AutoMinorVersionUpgrade',
          'PreferredMaintenanceWindow',
          'EngineLifecycleSupport',
        ],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You grant roles to the cluster, users to the database, and the Data API to few.',
      properties: {
        'AWS::RDS::DBCluster': ['EnableIAMDatabaseAuthentication', 'AssociatedRoles', 'EnableHttpEndpoint'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You keep clusters in private subnets behind security groups, with no public instance among them.',
      properties: {
        'AWS::RDS::DBCluster': ['VpcSecurityGroupIds', 'DBSubnetGroupName', 'PubliclyAccessible'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts new clusters by default with a key it owns; you ask for encryption anyway to have a key you control.',
      properties: {
        'AWS::RDS::DBCluster': ['StorageEncrypted', 'KmsKeyId', 'PerformanceInsightsKmsKeyId'],
        'AWS::RDS::GlobalCluster': ['StorageEncrypted'],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
      since: 'New Aurora clusters are encrypted by default since February 2026; before, only those that asked for it.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS encrypts replication between Regions and copies; clients use TLS only if your cluster parameters require it.',
      properties: {
        'AWS::RDS::DBCluster': ['DBClusterParameterGroupName'],
        'AWS::RDS::DBClusterParameterGroup': ['Parameters'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS rotates a managed master secret by itself; choosing it over a password in the template is yours.',
      properties: {
        'AWS::RDS::DBCluster': ['ManageMasterUserPassword', 'MasterUserSecret', 'MasterUserPassword'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You export audit and error logs, and may stream database activity to Kinesis.',
      properties: {
        'AWS::RDS::DBCluster': ['EnableCloudwatchLogsExports', 'MonitoringInterval', 'PerformanceInsightsEnabled'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS keeps six copies in three zones and backs up continuously; retention, replicas and deletion protection are yours.',
      properties: {
        'AWS::RDS::DBCluster': [
          'BackupRetentionPeriod',
          'DeletionProtection',
          'CopyTagsToSnapshot',
          'BacktrackWindow',
          'GlobalClusterIdentifier',
        ],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    },
  },
  carries: {
    'AWS::RDS::DBClusterParameterGroup': ['encryption-in-transit', 'logging-monitoring'],
  },
};
