import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elasticache-minor-upgrade',
  title: 'ElastiCache leaves security patches out',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { security_hub: ['ElastiCache.2'] },
  controls: { 'aws-fsbp': ['ElastiCache.2'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Minor versions carry the security fixes of the engine. They are installed in the maintenance window unless switched off.',
  remedy: 'Set AutoMinorVersionUpgrade to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html'],
  check(cache, report) {
    const upgrade = cache.get('AutoMinorVersionUpgrade');
    if (!upgrade.is(false)) return;
    report(upgrade, `${cache.logicalId} does not take minor versions of its engine`, {
      fixes: [fix('Install minor versions in the maintenance window', 'behaviour', set(upgrade, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AutoMinorVersionUpgrade: false
                                     # ^^^^^
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AutoMinorVersionUpgrade: true
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
              AutoMinorVersionUpgrade: !If [IsProd, true, false]
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
              AutoMinorVersionUpgrade: !If [IsProd, true, true]
      `,
    },
    {
      name: 'upgrades are on by default',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
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
              AutoMinorVersionUpgrade: !Ref Setting
      `,
    },
  ],
});
