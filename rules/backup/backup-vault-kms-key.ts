import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'backup-vault-kms-key',
  title: 'Backup vault is encrypted with the key that AWS manages',
  on: 'AWS::Backup::BackupVault',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_166'], security_hub: ['Backup.1'] },
  controls: { 'aws-fsbp': ['Backup.1'], 'nist-800-53-r5': ['SC-12', 'SC-13', 'SC-28'] },
  why: 'Backups are encrypted with the account’s aws/backup key by default. Only a key of your own can be used to copy them to another account, which is where a backup outlives the loss of this one. A vault keeps the key it was made with.',
  remedy: 'Set EncryptionKeyArn to a key of your own.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  check(vault, report) {
    const key = vault.get('EncryptionKeyArn');
    if (!isKeyOfAws(key)) return;
    report(key, `${vault.logicalId} is encrypted with the key that AWS manages`, {
      fixes: [customerKey(vault, key, { title: 'Encrypt with a new KMS key', safety: 'replacement' })],
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
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              EncryptionKeyArn: !GetAtt VaultKey.Arn
          VaultKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
      `,
    },
    {
      when: 'HasKey is false',
      bad: template`
        Parameters:
          Key:
            Type: String
        Conditions:
          HasKey: !Not [!Equals [!Ref Key, '']]
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              EncryptionKeyArn: !If [HasKey, !Ref Key, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a key without default is unknown',
      silent: template`
        Parameters:
          Key:
            Type: String
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              EncryptionKeyArn: !Ref Key
      `,
    },
  ],
});
