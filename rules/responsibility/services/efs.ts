import type { ServiceKnowledge } from '../types.ts';

export const efs: ServiceKnowledge = {
  id: 'efs',
  name: 'Amazon EFS',
  class: 'abstracted',
  types: ['AWS::EFS::'],
  summary: 'Shared NFS file systems.',
  link: 'https://docs.aws.amazon.com/efs/latest/ug/security-considerations.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You own the file system by account, and decide by file system policy, access points and POSIX rights who may mount it.',
      properties: {
        'AWS::EFS::FileSystem': ['FileSystemPolicy'],
        'AWS::EFS::AccessPoint': ['PosixUser', 'RootDirectory'],
      },
      link: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You put security groups on instances and on mount targets; their rules are the firewall that defines the traffic flow.',
      properties: {
        'AWS::EFS::MountTarget': ['SecurityGroups', 'SubnetId'],
      },
      link: 'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence:
        'You turn encryption on when you create the file system; afterwards only a new file system can have it.',
      properties: {
        'AWS::EFS::FileSystem': ['Encrypted', 'KmsKeyId'],
      },
      link: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS offers TLS by the mount helper; you deny mounts without it in the file system policy.',
      properties: {
        'AWS::EFS::FileSystem': ['FileSystemPolicy'],
      },
      link: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS KMS guards the key of the file system; which key it is you decide once, at creation.',
      properties: {
        'AWS::EFS::FileSystem': ['KmsKeyId'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS counts connections and throughput; who touches which file is for your clients to log.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS stores data and metadata synchronously across several Availability Zones; automatic backup is yours to turn on.',
      notes: [
        'Reads after a write are strongly consistent, because replication across Availability Zones is synchronous.',
      ],
      properties: {
        'AWS::EFS::FileSystem': ['BackupPolicy', 'ReplicationConfiguration', 'AvailabilityZoneName'],
      },
      since: 'One Zone file systems, since 2021, give up the second Availability Zone.',
    },
    'media-sanitization': {
      who: 'aws',
      sentence: 'AWS never serves data again once it has been deleted from the file system.',
    },
  },
  carries: {
    'AWS::EFS::MountTarget': ['network-exposure'],
    'AWS::EFS::AccessPoint': ['identity-access'],
  },
};
