import type { ServiceKnowledge } from '../types.ts';

export const glacier: ServiceKnowledge = {
  id: 'glacier',
  name: 'Amazon S3 Glacier',
  class: 'abstracted',
  types: [],
  summary: 'Archives: vaults once, storage classes of S3 today.',
  link: 'https://docs.aws.amazon.com/amazonglacier/latest/dev/security.html',
  since: 'Use the S3 Glacier storage classes: the vault service has taken no new customers since December 15, 2025.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        "You specify by IAM who has rights to operations on a given vault; in the storage classes the bucket's policies do it.",
      since: 'In place of vault policies, archives in the S3 Glacier storage classes obey the bucket policy.',
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence:
        'AWS encrypts every archive by AES-256 on the server with keys it manages; encrypt on the client for keys of your own.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS takes uploads and downloads of archives over TLS-encrypted endpoints.',
      since: 'What was called an SSL-encrypted endpoint speaks TLS only.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS keeps the archive keys; a vault lock or object lock, once set by you, binds even administrators.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You record retrievals with CloudTrail and watch for those nobody planned.',
    },
    'backup-durability': {
      who: 'aws',
      sentence:
        'AWS checks the integrity of archives systematically and regularly, and heals itself from redundant copies.',
      notes: [
        'An archive is retrieved whole or in part, by a job that takes minutes to hours depending on the storage class.',
      ],
      properties: {
        'AWS::S3::Bucket': ['LifecycleConfiguration.Rules[].Transitions'],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/glacier-storage-classes.html',
      since: 'Objects reach the S3 Glacier storage classes by a lifecycle rule of their bucket.',
    },
  },
};
