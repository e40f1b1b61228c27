import { defineRule, fix, isOlderCache, set, template } from '#kit';

export default defineRule({
  id: 'elasticache-encryption-at-rest',
  title: 'ElastiCache stores its backups unencrypted',
  on: 'AWS::ElastiCache::ReplicationGroup',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_29'],
    cfn_nag: ['F25'],
    guard: ['ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_AT_REST'],
    trivy: ['AWS-0045'],
    cdk_nag: ['ElastiCacheRedisClusterEncryption', 'AwsSolutions-AEC3'],
    kics: ['e4ee3903'],
    security_hub: ['ElastiCache.4'],
  },
  controls: { 'aws-fsbp': ['ElastiCache.4'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Swap, sync files and backups hold sessions and tokens in the clear. Redis OSS groups are encrypted on request only, Valkey groups by default.',
  remedy: 'Set AtRestEncryptionEnabled to true.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  check(group, report) {
    // A secondary group takes it from the primary one.
    if (!group.get('GlobalReplicationGroupId').isAbsent) return;
    const encrypted = group.get('AtRestEncryptionEnabled');
    if (!encrypted.isNot(true) || (encrypted.isAbsent && !group.get('Engine').isNot('valkey'))) return;
    report(encrypted, `${group.logicalId} stores its backups and swap unencrypted`, {
      fixes: isOlderCache(group)
        ? []
        : [fix('Encrypt at rest (replaces the group)', 'replacement', set(encrypted, true))],
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
              AtRestEncryptionEnabled: true
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
              AtRestEncryptionEnabled: !If [IsProd, true, false]
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
              AtRestEncryptionEnabled: !If [IsProd, true, true]
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
              AtRestEncryptionEnabled: !Ref Setting
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
      name: 'Valkey encrypts by default',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: valkey
      `,
    },
    {
      name: 'an engine too old to encrypt needs to be newer first',
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
