import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'backup-vault-public-policy',
  title: 'Backup vault is open to anyone',
  on: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'CP-9'] },
  why: 'A vault holds copies of everything that matters. A policy that lets the principal * copy into it, read from it or delete in it lets in every AWS account.',
  remedy: 'Name the accounts, or the organization with aws:PrincipalOrgID.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html'],
  check(vault, report) {
    for (const statement of statementsOf(vault.get('AccessPolicy'))) {
      const everyone = statement.principals.find(anyAccount);
      if (!everyone || !grants(statement) || mayLimitCallers(statement.condition)) continue;
      report(everyone.value, `${vault.logicalId} is open to anyone with an AWS account`, {
        fixes: narrowPrincipal(statement, everyone),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              AccessPolicy:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: backup:CopyIntoBackupVault
                    Resource: '*'
      `,
      good: template`
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              AccessPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: backup:CopyIntoBackupVault
                    Resource: '*'
      `,
    },
    {
      when: 'IsShared is true',
      bad: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              AccessPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !If [IsShared, '*', !Ref AWS::AccountId]}
                                                  # ^^^
                    Action: backup:CopyIntoBackupVault
                    Resource: '*'
      `,
      good: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              AccessPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !If [IsShared, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root', !Ref AWS::AccountId]}
                    Action: backup:CopyIntoBackupVault
                    Resource: '*'
      `,
    },
    {
      name: 'a fence around the whole vault',
      silent: template`
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              AccessPolicy:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: backup:DeleteRecoveryPoint
                    Resource: '*'
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Partner:
            Type: String
        Resources:
          Vault:
            Type: AWS::Backup::BackupVault
            Properties:
              BackupVaultName: orders
              AccessPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Partner}
                    Action: backup:CopyIntoBackupVault
                    Resource: '*'
      `,
    },
  ],
});
