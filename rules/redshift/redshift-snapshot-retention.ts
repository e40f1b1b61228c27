import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshift-snapshot-retention',
  title: 'Redshift cluster keeps few snapshots or none',
  on: 'AWS::Redshift::Cluster',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {
    guard: ['REDSHIFT_BACKUP_ENABLED', 'REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK'],
    cdk_nag: ['RedshiftBackupEnabled', 'AwsSolutions-RS10', 'RedshiftClusterMaintenanceSettings'],
    security_hub: ['Redshift.3'],
  },
  controls: { 'aws-fsbp': ['Redshift.3'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'A wrong DELETE can only be undone from a snapshot. The default is one day, and 0 makes none at all.',
  remedy: 'Set AutomatedSnapshotRetentionPeriod to 7 or more.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html'],
  check(cluster, report) {
    const days = cluster.get('AutomatedSnapshotRetentionPeriod');
    const fixes = [fix('Keep snapshots for seven days (billed by size)', 'cost', set(days, 7))];
    if (days.is(0)) {
      report(days, `${cluster.logicalId} makes no snapshots`, { fixes });
    } else if (days.isAbsent || days.satisfies((text) => Number(text) < 7)) {
      report(days, `${cluster.logicalId} keeps its snapshots for less than a week`, {
        severity: 'low',
        peers: { security_hub: ['Redshift.3'] },
        fixes,
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.xlplus
              AutomatedSnapshotRetentionPeriod: 0
                                              # ^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.xlplus
              AutomatedSnapshotRetentionPeriod: 7
      `,
    },
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              AutomatedSnapshotRetentionPeriod: 7
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
              AutomatedSnapshotRetentionPeriod: !If [IsProd, 14, 1]
                                                               # ^
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
              AutomatedSnapshotRetentionPeriod: !If [IsProd, 14, 7]
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
              AutomatedSnapshotRetentionPeriod: !Ref Setting
      `,
    },
  ],
});
