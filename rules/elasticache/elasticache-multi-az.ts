import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elasticache-multi-az',
  title: 'ElastiCache stands in one availability zone',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    cdk_nag: ['ElastiCacheRedisClusterMultiAZ', 'AwsSolutions-AEC4'],
    kics: ['cfdef2e5'],
    security_hub: ['ElastiCache.3'],
  },
  controls: { 'aws-fsbp': ['ElastiCache.3'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'The loss of a node or a zone then empties the cache, and the database behind it takes all the load at once.',
  remedy: 'Set MultiAZEnabled and AutomaticFailoverEnabled to true (Memcached: AZMode cross-az).',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  check(cache, report) {
    if (cache.type === 'AWS::ElastiCache::ReplicationGroup') {
      const zones = cache.get('MultiAZEnabled');
      if (!zones.isNot(true)) return;
      report(zones, `${cache.logicalId} does not fail over to another zone`, {
        peers: { cdk_nag: ['ElastiCacheRedisClusterMultiAZ', 'AwsSolutions-AEC4'], security_hub: ['ElastiCache.3'] },
      });
      return;
    }
    const mode = cache.get('AZMode');
    const isMany = cache.get('NumCacheNodes').satisfies((text) => Number(text) > 1);
    if (!isMany || !cache.get('Engine').is('memcached') || !mode.isNot('cross-az')) return;
    report(mode, `All nodes of ${cache.logicalId} stand in one zone`, {
      peers: { kics: ['cfdef2e5'] },
      fixes: [fix('Spread the nodes over zones (replaces nodes)', 'replacement', set(mode, 'cross-az'))],
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
    },
    {
      name: 'Memcached nodes in one zone',
      bad: template`
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: memcached
              NumCacheNodes: 3
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: memcached
              NumCacheNodes: 3
              AZMode: cross-az
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
              MultiAZEnabled: !If [IsProd, true, false]
                                               # ^^^^^
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
              MultiAZEnabled: !Ref Setting
      `,
    },
    {
      name: 'a single node has one zone to be in',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: memcached
              NumCacheNodes: 1
      `,
    },
  ],
});
