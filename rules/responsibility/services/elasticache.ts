import type { ServiceKnowledge } from '../types.ts';

export const elasticache: ServiceKnowledge = {
  id: 'elasticache',
  name: 'Amazon ElastiCache',
  class: 'container',
  types: ['AWS::ElastiCache::'],
  summary: 'In-memory caches: Valkey, Redis OSS and Memcached.',
  link: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS publishes service updates; you apply them in time and let minor versions in.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': [
          'AutoMinorVersionUpgrade',
          'EngineVersion',
          'PreferredMaintenanceWindow',
        ],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You demand authentication: users and groups with RBAC, or IAM, rather than an open port.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['UserGroupIds', 'AuthToken'],
        'AWS::ElastiCache::User': ['AuthenticationMode', 'AccessString', 'NoPasswordRequired'],
        'AWS::ElastiCache::ServerlessCache': ['UserGroupId'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You keep caches inside the VPC, and open 6379 or 11211 to the groups of their applications.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['SecurityGroupIds', 'CacheSubnetGroupName'],
        'AWS::ElastiCache::CacheCluster': ['VpcSecurityGroupIds'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS always encrypts serverless caches; for node-based ones you set it at creation.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['AtRestEncryptionEnabled', 'KmsKeyId'],
        'AWS::ElastiCache::ServerlessCache': ['KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS speaks TLS on serverless caches always, on nodes if you enable and then require it.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['TransitEncryptionEnabled', 'TransitEncryptionMode'],
        'AWS::ElastiCache::CacheCluster': ['TransitEncryptionEnabled'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You store the AUTH token or user passwords in Secrets Manager and rotate them.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
        'AWS::ElastiCache::User': ['Passwords'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You deliver slow and engine logs to CloudWatch or Firehose.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['LogDeliveryConfigurations'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS fails over to a replica and takes snapshots where you configure replicas, Multi-AZ and retention.',
      properties: {
        'AWS::ElastiCache::ReplicationGroup': ['AutomaticFailoverEnabled', 'MultiAZEnabled', 'SnapshotRetentionLimit'],
        'AWS::ElastiCache::CacheCluster': ['SnapshotRetentionLimit'],
      },
    },
  },
  overrides: {
    'AWS::ElastiCache::User': {
      'identity-access': {
        who: 'you',
        sentence: 'You list the commands and keys this user may touch, and never let it in without a password.',
        properties: {
          'AWS::ElastiCache::User': ['AccessString', 'NoPasswordRequired'],
        },
      },
    },
  },
  carries: {
    'AWS::ElastiCache::User': ['identity-access', 'keys-secrets'],
    'AWS::ElastiCache::UserGroup': ['identity-access'],
    'AWS::ElastiCache::SecurityGroup*': ['network-exposure'],
  },
};
