import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elasticache-backup',
  title: 'ElastiCache makes no backups',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { trivy: ['AWS-0050'], cdk_nag: ['ElastiCacheRedisClusterAutomaticBackup'], security_hub: ['ElastiCache.1'] },
  controls: { 'aws-fsbp': ['ElastiCache.1'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'A cache can be filled again; a session store or a queue that is kept in Redis cannot. Backups are off by default.',
  remedy: 'Set SnapshotRetentionLimit to the days that backups are kept.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html'],
  check(cache, report) {
    const isGroup = cache.type === 'AWS::ElastiCache::ReplicationGroup';
    // Memcached and the smallest nodes make no backups.
    if (!isGroup && !cache.get('Engine').is('redis', 'valkey')) return;
    if (!cache.get('CacheNodeType').isNot('cache.t1.micro')) return;
    const days = cache.get('SnapshotRetentionLimit');
    if (!days.isAbsent && !days.is(0)) return;
    report(days, `${cache.logicalId} makes no backups`, {
      fixes: [fix('Keep backups for seven days (billed by size)', 'cost', set(days, 7))],
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
              SnapshotRetentionLimit: 7
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
              SnapshotRetentionLimit: !If [IsProd, 7, 0]
                                                    # ^
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
              SnapshotRetentionLimit: !If [IsProd, 7, 7]
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
              SnapshotRetentionLimit: !Ref Setting
      `,
    },
    {
      name: 'Memcached makes no backups',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: memcached
      `,
    },
  ],
});
