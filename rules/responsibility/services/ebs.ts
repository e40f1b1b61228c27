import type { ServiceKnowledge } from '../types.ts';

export const ebs: ServiceKnowledge = {
  id: 'ebs',
  name: 'Amazon EBS',
  class: 'infrastructure',
  types: ['AWS::EC2::Volume', 'AWS::EC2::VolumeAttachment', 'AWS::EC2::SnapshotBlockPublicAccess'],
  summary: 'Block storage volumes, up to 64 TiB each, and their snapshots.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/security.html',
  since: 'Volumes from 1 GB to 16 TB have become volumes of up to 64 TiB.',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence:
        "AWS attaches volumes as virtualized devices through Nitro cards and keeps each account's blocks apart.",
    },
    'identity-access': {
      who: 'shared',
      sentence:
        'AWS restricts volume access to the account that created the volume; you grant its users the EBS operations they need.',
      link: 'https://docs.aws.amazon.com/ebs/latest/userguide/security-iam.html',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You keep snapshots private: one shared with all accounts is readable by anyone on AWS.',
      properties: {
        'AWS::EC2::SnapshotBlockPublicAccess': ['State'],
      },
      link: 'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence:
        "You encrypt the volume when you create it, or set the account's default for the Region; later takes a copy.",
      properties: {
        'AWS::EC2::Volume': ['Encrypted', 'KmsKeyId'],
      },
      link: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS encrypts the path between instance and volume whenever the volume itself is encrypted.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS KMS wraps a data key for each volume; you choose the KMS key, and losing it loses the data.',
      properties: {
        'AWS::EC2::Volume': ['KmsKeyId'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence:
        'AWS publishes volume metrics and records snapshot calls; data events for reads of blocks by API are yours to turn on.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS replicates a volume within its Availability Zone; snapshots against everything else are yours to schedule.',
      properties: {
        'AWS::EC2::Volume': ['SnapshotId'],
      },
      link: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html',
    },
    'media-sanitization': {
      who: 'aws',
      sentence: 'AWS presents a new volume as zeros, and wipes blocks before they are used again.',
    },
  },
  carries: {
    'AWS::EC2::VolumeAttachment': ['backup-durability'],
    'AWS::EC2::SnapshotBlockPublicAccess': ['network-exposure'],
  },
  notApplicable: {
    'os-patching': 'A volume is a block device; the file system and system on it belong to the instance.',
  },
};
