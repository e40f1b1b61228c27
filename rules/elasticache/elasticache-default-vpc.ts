import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elasticache-default-vpc',
  title: 'ElastiCache lives in the default VPC',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    cdk_nag: ['ElastiCacheClusterInVPC', 'AwsSolutions-AEC1'],
    kics: ['ba766c53'],
    security_hub: ['ElastiCache.7'],
  },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'Without a subnet group of its own the cache takes the account’s default VPC and its default security group.',
  remedy: 'Name a cache subnet group of private subnets.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html'],
  check(cache, report) {
    const group = cache.get('CacheSubnetGroupName');
    if (!group.isAbsent && !group.is('default')) return;
    report(group, `${cache.logicalId} lives in the default VPC`);
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
              CacheSubnetGroupName: !If [IsProd, sessions, default]
                                                         # ^^^^^^^
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
              CacheSubnetGroupName: !Ref Setting
      `,
    },
  ],
});
