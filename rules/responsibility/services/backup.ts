import type { ServiceKnowledge } from '../types.ts';

export const backup: ServiceKnowledge = {
  id: 'backup',
  name: 'AWS Backup',
  class: 'abstracted',
  types: ['AWS::Backup::'],
  summary: 'Central backup plans and vaults.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/security-considerations.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: "You restrict who may delete recovery points, by the vault's access policy.",
      properties: {
        'AWS::Backup::BackupVault': ['AccessPolicy'],
        'AWS::Backup::BackupSelection': ['BackupSelection.IamRoleArn'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: "AWS encrypts vaults; with a key of your own, copies survive the loss of the source's key.",
      properties: {
        'AWS::Backup::BackupVault': ['EncryptionKeyArn'],
      },
      link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
    },
    'keys-secrets': {
      who: 'you',
      sentence: "You keep the vault's key alive as long as its recovery points.",
      properties: {
        'AWS::Backup::BackupVault': ['EncryptionKeyArn'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You subscribe to failed jobs and audit plans by frameworks.',
      properties: {
        'AWS::Backup::BackupVault': ['Notifications'],
        'AWS::Backup::Framework': ['FrameworkControls'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You write plans, select resources, lock the vault and test restores; AWS runs what you planned.',
      properties: {
        'AWS::Backup::BackupPlan': ['BackupPlan'],
        'AWS::Backup::BackupSelection': ['BackupSelection'],
        'AWS::Backup::BackupVault': ['LockConfiguration'],
        'AWS::Backup::RestoreTestingPlan': ['ScheduleExpression'],
      },
    },
  },
};
