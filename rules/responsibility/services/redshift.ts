import type { ServiceKnowledge } from '../types.ts';

export const redshift: ServiceKnowledge = {
  id: 'redshift',
  name: 'Amazon Redshift',
  class: 'container',
  types: ['AWS::Redshift::', 'AWS::RedshiftServerless::'],
  summary: 'A data warehouse, on clusters or serverless.',
  link: 'https://docs.aws.amazon.com/redshift/latest/mgmt/iam-redshift-user-mgmt.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS upgrades the engine on the maintenance track you pick, unless you defer it.',
      properties: {
        'AWS::Redshift::Cluster': ['AllowVersionUpgrade', 'MaintenanceTrackName', 'PreferredMaintenanceWindow'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You grant users rights inside the warehouse, and give its roles only the buckets it loads from.',
      properties: {
        'AWS::Redshift::Cluster': ['IamRoles', 'NamespaceResourcePolicy'],
        'AWS::RedshiftServerless::Namespace': ['IamRoles'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You leave it not publicly accessible, and route COPY and UNLOAD through your VPC with enhanced VPC routing.',
      properties: {
        'AWS::Redshift::Cluster': ['PubliclyAccessible', 'EnhancedVpcRouting', 'VpcSecurityGroupIds'],
        'AWS::RedshiftServerless::Workgroup': ['PubliclyAccessible', 'EnhancedVpcRouting', 'SecurityGroupIds'],
      },
      since: 'New clusters are private and encrypted by default since January 2025.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts new warehouses by default; you keep it so and may choose the KMS key.',
      properties: {
        'AWS::Redshift::Cluster': ['Encrypted', 'KmsKeyId'],
        'AWS::RedshiftServerless::Namespace': ['KmsKeyId'],
      },
      link: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS takes TLS 1.2 or later; the require_ssl parameter that refuses plain connections is yours.',
      properties: {
        'AWS::Redshift::ClusterParameterGroup': ['Parameters'],
      },
      link: 'https://docs.aws.amazon.com/redshift/latest/mgmt/security-encryption-in-transit.html',
      since: 'TLS 1.0 and 1.1 are refused since January 2026.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: "AWS can manage the admin password in Secrets Manager and rotate the cluster's keys when you ask.",
      properties: {
        'AWS::Redshift::Cluster': ['ManageMasterPassword', 'MasterUserPassword', 'RotateEncryptionKey'],
        'AWS::RedshiftServerless::Namespace': ['ManageAdminPassword'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on audit logging of connections and user activity.',
      properties: {
        'AWS::Redshift::Cluster': ['LoggingProperties'],
        'AWS::RedshiftServerless::Namespace': ['LogExports'],
      },
      link: 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS snapshots the warehouse by itself for a day; longer retention, another Region and Multi-AZ are yours.',
      properties: {
        'AWS::Redshift::Cluster': ['AutomatedSnapshotRetentionPeriod', 'DestinationRegion', 'MultiAZ'],
      },
    },
  },
};
