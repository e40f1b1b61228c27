import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'neptune-backup-retention',
  title: 'Neptune cluster keeps its backups for a few days',
  on: 'AWS::Neptune::DBCluster',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {
    checkov: ['CKV_AWS_361'],
    cdk_nag: ['NeptuneClusterBackupRetentionPeriod', 'AwsSolutions-N3'],
    security_hub: ['Neptune.5'],
  },
  controls: { 'aws-fsbp': ['Neptune.5'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'Restoring to a point in time reaches back as far as backups are kept; the default is one day, and a mistake of Friday is beyond repair on Monday.',
  remedy: 'Set BackupRetentionPeriod to 7 or more.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html'],
  check(cluster, report) {
    const days = cluster.get('BackupRetentionPeriod');
    if (!days.isAbsent && !days.satisfies((text) => Number(text) < 7)) return;
    report(days, `${cluster.logicalId} keeps its backups for less than a week`, {
      fixes: [fix('Keep backups for seven days (billed by size)', 'cost', set(days, 7))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              BackupRetentionPeriod: 7
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              BackupRetentionPeriod: !If [IsProd, 14, 1]
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              BackupRetentionPeriod: !If [IsProd, 14, 7]
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              BackupRetentionPeriod: !Ref Setting
      `,
    },
  ],
});
