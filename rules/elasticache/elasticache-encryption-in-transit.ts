import { defineRule, fix, isOlderCache, set, template } from '#kit';

const PEERS = {
  checkov: ['CKV_AWS_30'],
  cfn_nag: ['F33'],
  guard: ['ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT'],
  trivy: ['AWS-0051'],
  cdk_nag: ['ElastiCacheRedisClusterEncryption', 'AwsSolutions-AEC3'],
  kics: ['3b02569b'],
  security_hub: ['ElastiCache.5'],
};

export default defineRule({
  id: 'elasticache-encryption-in-transit',
  title: 'ElastiCache talks in the clear',
  on: 'AWS::ElastiCache::ReplicationGroup',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_30', 'CKV_AWS_31'],
    cfn_nag: ['F33'],
    guard: ['ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT'],
    trivy: ['AWS-0051'],
    cdk_nag: ['ElastiCacheRedisClusterEncryption', 'AwsSolutions-AEC3'],
    kics: ['3b02569b'],
    security_hub: ['ElastiCache.5'],
  },
  controls: { 'aws-fsbp': ['ElastiCache.5'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Sessions and tokens cross the network unencrypted, between nodes too, and without TLS there is no authentication either.',
  remedy: 'Set TransitEncryptionEnabled to true, and have clients connect with TLS.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html'],
  check(group, report) {
    // A secondary group takes it from the primary one.
    if (!group.get('GlobalReplicationGroupId').isAbsent) return;
    const encrypted = group.get('TransitEncryptionEnabled');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `${group.logicalId} talks to its clients in the clear`, {
      // A token or users are of no use without TLS.
      peers:
        group.get('AuthToken').isAbsent && group.get('UserGroupIds').isAbsent
          ? PEERS
          : { ...PEERS, checkov: ['CKV_AWS_30', 'CKV_AWS_31'] },
      fixes: isOlderCache(group)
        ? []
        : [fix('Ask for TLS (clients must connect with it)', 'behaviour', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              TransitEncryptionEnabled: true
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              TransitEncryptionEnabled: !If [IsProd, true, false]
                                                         # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              TransitEncryptionEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              TransitEncryptionEnabled: !Ref Setting
      `,
    },
    {
      name: 'a secondary group takes it from the primary one',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              GlobalReplicationGroupId: !Ref Setting
      `,
    },
    {
      name: 'an engine that knows no TLS needs to be newer first',
      bad: template`
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              EngineVersion: 2.8.24
      `,
    },
  ],
});
