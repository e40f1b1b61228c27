import type { ServiceKnowledge } from '../types.ts';

export const fsx: ServiceKnowledge = {
  id: 'fsx',
  name: 'Amazon FSx',
  class: 'container',
  types: ['AWS::FSx::'],
  summary: 'Managed Windows, ONTAP, OpenZFS and Lustre file systems.',
  link: 'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/security.html',
  aspects: {
    'os-patching': {
      who: 'aws',
      sentence: 'AWS patches the file servers within the weekly maintenance window you choose.',
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS updates the file system software; for Lustre you choose the version.',
      properties: {
        'AWS::FSx::FileSystem': ['FileSystemTypeVersion', 'WindowsConfiguration.WeeklyMaintenanceStartTime'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You join Active Directory and set the access rights of shares, exports and volumes.',
      properties: {
        'AWS::FSx::FileSystem': [
          'WindowsConfiguration.ActiveDirectoryId',
          'OpenZFSConfiguration.RootVolumeConfiguration.NfsExports',
        ],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You place it in private subnets and admit clients by security groups.',
      properties: {
        'AWS::FSx::FileSystem': ['SecurityGroupIds', 'SubnetIds'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts every file system and backup at rest; the KMS key is your choice at creation.',
      properties: {
        'AWS::FSx::FileSystem': ['KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS supports SMB encryption, Kerberos and encryption by Nitro; forcing clients to use them is yours.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep service account and ONTAP administrator passwords in Secrets Manager, not in the template.',
      properties: {
        'AWS::FSx::FileSystem': [
          'OntapConfiguration.FsxAdminPassword',
          'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password',
          'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.DomainJoinServiceAccountSecret',
        ],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on file access auditing (Windows) or data repository logs (Lustre).',
      properties: {
        'AWS::FSx::FileSystem': ['WindowsConfiguration.AuditLogConfiguration', 'LustreConfiguration.LogConfiguration'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS takes daily backups for as many days as you set; a second Availability Zone is a deployment type you choose.',
      properties: {
        'AWS::FSx::FileSystem': [
          'WindowsConfiguration.AutomaticBackupRetentionDays',
          'WindowsConfiguration.DeploymentType',
          'LustreConfiguration.AutomaticBackupRetentionDays',
          'OntapConfiguration.AutomaticBackupRetentionDays',
          'OpenZFSConfiguration.AutomaticBackupRetentionDays',
        ],
      },
    },
  },
};
