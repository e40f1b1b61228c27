import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'backup-vault-lock',
  title: 'Backup vault can be emptied',
  on: 'AWS::Backup::BackupVault',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-9', 'AU-9'] },
  why: 'Whoever takes over an administrator deletes the backups first. A vault lock keeps recovery points for at least the time you set; with ChangeableForDays it can never be taken off again, by AWS neither.',
  remedy: 'Add a LockConfiguration with MinRetentionDays.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
  check(vault, report) {
    const lock = vault.get('LockConfiguration');
    if (!lock.isAbsent) return;
    report(lock, `${vault.logicalId} lets its backups be deleted`, {
      fixes: [
        fix(
          'Keep backups for as many days as a parameter says',
          'cost',
          set(lock.get('MinRetentionDays'), { Ref: 'MinRetentionDays' }),
          addParameter('MinRetentionDays', {
            Type: 'Number',
            Description: 'For how many days no backup of the vault can be deleted',
            MinValue: 1,
            MaxValue: 36500,
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Vault:
        # ^^^^^
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
      `,
      good: template`
        Parameters:
          MinRetentionDays:
            Type: Number
            Description: For how many days no backup of the vault can be deleted
            MinValue: 1
            MaxValue: 36500
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              LockConfiguration:
                MinRetentionDays: !Ref MinRetentionDays
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              LockConfiguration: !If [IsProd, {MinRetentionDays: 30}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'properties that a macro completes are unknown',
      silent: template`
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              Fn::Transform:
                Name: Lock
                Parameters: {}
      `,
    },
  ],
});
