import type { ServiceKnowledge } from '../types.ts';

export const kms: ServiceKnowledge = {
  id: 'kms',
  name: 'AWS KMS',
  class: 'abstracted',
  types: ['AWS::KMS::'],
  summary: 'Keys in hardware security modules, for encryption everywhere else.',
  link: 'https://docs.aws.amazon.com/kms/latest/developerguide/kms-security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence:
        'AWS runs the hardware security modules, validated to FIPS 140-3 level 3, and nobody can take a key out in the clear.',
      since: 'The modules moved from FIPS 140-2 to FIPS 140-3 validation, level 3.',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You write the key policy, which alone decides who may use or administer the key; avoid kms:* for a principal of *.',
      properties: {
        'AWS::KMS::Key': ['KeyPolicy'],
        'AWS::KMS::ReplicaKey': ['KeyPolicy'],
      },
      link: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You narrow use of a key by kms:ViaService, encryption context and VPC endpoint conditions.',
      properties: {
        'AWS::KMS::Key': ['KeyPolicy'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS stores key material only encrypted under keys that live in the modules.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS demands TLS with perfect forward secrecy, and offers post-quantum key exchange.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS generates and guards key material; rotation of customer managed keys you turn on.',
      properties: {
        'AWS::KMS::Key': ['EnableKeyRotation', 'RotationPeriodInDays', 'Origin'],
      },
      link: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
      since: 'The rotation period can be chosen, 90 days or more, since 2024.',
    },
    'logging-monitoring': {
      who: 'aws',
      sentence: 'AWS logs each use of a key in CloudTrail, by whom and for what context.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS keeps many copies of key material; a waiting time of 7 to 30 days guards against your deletion of it.',
      properties: {
        'AWS::KMS::Key': ['PendingWindowInDays', 'MultiRegion'],
      },
      link: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    },
  },
  overrides: {
    'AWS::KMS::Alias': {
      'identity-access': {
        who: 'you',
        sentence: 'You name a key; whoever may move the alias decides which key its users encrypt with.',
        properties: {
          'AWS::KMS::Alias': ['TargetKeyId'],
        },
      },
    },
  },
  carries: {
    'AWS::KMS::Alias': ['identity-access'],
  },
};
