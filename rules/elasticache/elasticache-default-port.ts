import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elasticache-default-port',
  title: 'ElastiCache listens on the default port',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['ElastiCacheClusterNonDefaultPort', 'AwsSolutions-AEC5'], kics: ['323db967'] },
  controls: {},
  why: 'Scanners try default ports first. Another port hides the cache from the laziest of them and from no one else: security groups are what protects it.',
  remedy: 'Set Port to another number, together with the security groups and clients.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-vpc-accessing.html'],
  check(cache, report) {
    const port = cache.get('Port');
    if (!port.isAbsent && !port.is(cache.get('Engine').is('memcached') ? 11211 : 6379)) return;
    report(port, `${cache.logicalId} listens on the port that everybody tries first`);
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
              Port: !If [IsProd, 7379, 6379]
                                     # ^^^^
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
              Port: !Ref Setting
      `,
    },
  ],
});
