import { backupOf, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'efs-backup',
  title: 'EFS file system is not backed up',
  on: 'AWS::EFS::FileSystem',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {
    guard: ['EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN'],
    cdk_nag: ['EFSInBackupPlan'],
    security_hub: ['EFS.2', 'EFS.7'],
  },
  controls: {
    'aws-fsbp': ['EFS.2', 'EFS.7'],
    'nist-800-53-r5': ['CP-9', 'CP-10', 'SI-12'],
    hipaa: ['164.308(a)(7)(ii)(A)'],
  },
  why: 'Copies in several zones do not help against a deleted folder or ransomware: only a backup does. The console turns automatic backups on, CloudFormation does not.',
  remedy: 'Enable BackupPolicy, or select the file system in a backup plan.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html'],
  check(resource, report) {
    const status = resource.get('BackupPolicy.Status');
    if (!status.isNot('ENABLED') || (status.isAbsent && backupOf(resource, 'elasticfilesystem') !== 'none')) return;
    report(status, `${resource.logicalId} is not backed up`, {
      fixes: [fix('Back it up every day', 'cost', set(status, 'ENABLED'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
        # ^^^^^^
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
              BackupPolicy:
                Status: ENABLED
      `,
    },
    {
      name: 'in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
              BackupPolicy:
                Status: !If [IsProd, ENABLED, DISABLED]
                                            # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
              BackupPolicy:
                Status: !If [IsProd, ENABLED, ENABLED]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              BackupPolicy: {Status: !Ref Choice}
      `,
    },
    {
      name: 'selected in a backup plan',
      silent: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
          Select:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: files
                IamRoleArn: arn:aws:iam::111122223333:role/backup
                Resources: [!GetAtt Shared.Arn]
      `,
    },
  ],
});
