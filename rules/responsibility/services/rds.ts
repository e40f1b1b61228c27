import type { ServiceKnowledge } from '../types.ts';

export const rds: ServiceKnowledge = {
  id: 'rds',
  name: 'Amazon RDS',
  class: 'container',
  types: ['AWS::RDS::'],
  summary: 'Managed PostgreSQL, MySQL, MariaDB, Oracle, SQL Server and Db2.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.html',
  aspects: {
    'os-patching': {
      who: 'aws',
      sentence:
        'AWS launches and maintains the database hosts and patches their operating system in your maintenance window.',
    },
    'platform-patching': {
      who: 'shared',
      sentence:
        'AWS tests database patches; you let minor versions in automatically and plan major ones before support ends.',
      properties: {
        'AWS::RDS::DBInstance': [
          'AutoMinorVersionUpgrade',
          'EngineVersion',
          'PreferredMaintenanceWindow',
          'AllowMajorVersionUpgrade',
        ],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You manage instances by IAM and users by grants inside the database; IAM authentication replaces their passwords.',
      properties: {
        'AWS::RDS::DBInstance': ['EnableIAMDatabaseAuthentication', 'Domain'],
        'AWS::RDS::DBProxy': ['Auth'],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You keep the database off the internet: not publicly accessible, private subnets, security groups that name its clients.',
      properties: {
        'AWS::RDS::DBInstance': ['PubliclyAccessible', 'VPCSecurityGroups', 'DBSubnetGroupName'],
        'AWS::RDS::DBSecurityGroupIngress': ['CIDRIP'],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts storage, logs, replicas and snapshots of an instance created encrypted; you ask for it and choose the key.',
      properties: {
        'AWS::RDS::DBInstance': ['StorageEncrypted', 'KmsKeyId', 'PerformanceInsightsKMSKeyId'],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS installs a TLS certificate; you force clients to use TLS by a parameter and follow the change of certificate authorities.',
      properties: {
        'AWS::RDS::DBInstance': ['CACertificateIdentifier', 'DBParameterGroupName'],
        'AWS::RDS::DBParameterGroup': ['Parameters'],
        'AWS::RDS::DBProxy': ['RequireTLS'],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        'AWS can keep and rotate the master password in Secrets Manager; a password in the template is yours to regret.',
      properties: {
        'AWS::RDS::DBInstance': ['ManageMasterUserPassword', 'MasterUserSecret', 'MasterUserPassword'],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
      since: 'Since 2022 RDS manages the master password itself if you let it.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You export engine logs to CloudWatch, and turn on enhanced monitoring and database auditing.',
      properties: {
        'AWS::RDS::DBInstance': ['EnableCloudwatchLogsExports', 'MonitoringInterval', 'EnablePerformanceInsights'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS backs up, replicates to a standby and fails over; you set retention, Multi-AZ and deletion protection.',
      properties: {
        'AWS::RDS::DBInstance': [
          'BackupRetentionPeriod',
          'MultiAZ',
          'DeletionProtection',
          'CopyTagsToSnapshot',
          'DeleteAutomatedBackups',
        ],
      },
      link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    },
  },
  overrides: {
    'AWS::RDS::DBSubnetGroup': {
      'network-exposure': {
        who: 'you',
        sentence: 'You list the subnets a database may stand in: private ones, in two Availability Zones or more.',
        properties: {
          'AWS::RDS::DBSubnetGroup': ['SubnetIds'],
        },
      },
    },
    'AWS::RDS::DBParameterGroup': {
      'encryption-in-transit': {
        who: 'you',
        sentence:
          'You set rds.force_ssl, require_secure_transport or their like, so that clients without TLS are refused.',
        properties: {
          'AWS::RDS::DBParameterGroup': ['Parameters'],
        },
      },
      'logging-monitoring': {
        who: 'you',
        sentence: "You turn on the engine's own logging of connections and statements, which exports can then carry.",
        properties: {
          'AWS::RDS::DBParameterGroup': ['Parameters'],
        },
      },
    },
    'AWS::RDS::DBProxy': {
      'identity-access': {
        who: 'you',
        sentence: 'You let the proxy read its secrets, and may require IAM from clients.',
        properties: {
          'AWS::RDS::DBProxy': ['Auth', 'RoleArn'],
        },
      },
      'encryption-in-transit': {
        who: 'you',
        sentence: 'You require TLS between clients and proxy.',
        properties: {
          'AWS::RDS::DBProxy': ['RequireTLS'],
        },
      },
    },
  },
  carries: {
    'AWS::RDS::DBSubnetGroup': ['network-exposure', 'backup-durability'],
    'AWS::RDS::DBParameterGroup': ['encryption-in-transit', 'logging-monitoring'],
    'AWS::RDS::OptionGroup': ['encryption-in-transit', 'logging-monitoring', 'encryption-at-rest'],
    'AWS::RDS::DBSecurityGroup*': ['network-exposure'],
    'AWS::RDS::EventSubscription': ['logging-monitoring'],
    'AWS::RDS::DBProxy': [
      'identity-access',
      'network-exposure',
      'encryption-in-transit',
      'keys-secrets',
      'logging-monitoring',
    ],
    'AWS::RDS::DBProxyEndpoint': ['network-exposure'],
    'AWS::RDS::DBProxyTargetGroup': ['backup-durability'],
  },
};
