import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshift-version-upgrade',
  title: 'Redshift cluster leaves security patches out',
  on: 'AWS::Redshift::Cluster',
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: {
    guard: ['REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK'],
    cdk_nag: ['RedshiftClusterVersionUpgrade', 'AwsSolutions-RS9', 'RedshiftClusterMaintenanceSettings'],
    security_hub: ['Redshift.6'],
  },
  controls: { 'aws-fsbp': ['Redshift.6'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'New versions of the engine carry its security fixes. They are installed in the maintenance window unless switched off.',
  remedy: 'Set AllowVersionUpgrade to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html'],
  check(cluster, report) {
    const upgrade = cluster.get('AllowVersionUpgrade');
    if (!upgrade.is(false)) return;
    report(upgrade, `${cluster.logicalId} does not take new versions of its engine`, {
      fixes: [fix('Install new versions in the maintenance window', 'behaviour', set(upgrade, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              AllowVersionUpgrade: false
                                 # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              AllowVersionUpgrade: true
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
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              AllowVersionUpgrade: !If [IsProd, true, false]
                                                    # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              AllowVersionUpgrade: !If [IsProd, true, true]
      `,
    },
    {
      name: 'upgrades are on by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              AllowVersionUpgrade: !Ref Setting
      `,
    },
  ],
});
