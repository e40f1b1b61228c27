import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-maintenance-window',
  title: 'Redshift cluster has no maintenance window of its own',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { guard: ['REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK'], cdk_nag: ['RedshiftClusterMaintenanceSettings'] },
  controls: { 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Redshift then picks 30 minutes at random; whoever is surprised by them puts patches off.',
  remedy: 'Set PreferredMaintenanceWindow to a quiet half hour.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html'],
  check(cluster, report) {
    const window = cluster.get('PreferredMaintenanceWindow');
    if (!window.isAbsent) return;
    report(window, `${cluster.logicalId} is patched at a random time of the week`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
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
              PreferredMaintenanceWindow: !If [IsProd, sun:03:00-sun:03:30, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a window without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              PreferredMaintenanceWindow: !Ref Setting
      `,
    },
  ],
});
