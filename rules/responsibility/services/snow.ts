import type { ServiceKnowledge } from '../types.ts';

export const snow: ServiceKnowledge = {
  id: 'snow',
  name: 'AWS Snow Family',
  class: 'container',
  types: [],
  summary: 'Rugged devices that carry data to AWS, or compute at the edge.',
  link: 'https://docs.aws.amazon.com/snowball/latest/developer-guide/security.html',
  since:
    'AWS Import/Export became the Snow Family; Snowcone ended in 2024, and Snowball Edge is closed to new customers.',
  aspects: {
    'physical-facilities': {
      who: 'shared',
      sentence:
        'AWS builds a tamper-evident case with a Trusted Platform Module; while the device is with you, you guard it.',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You identify and authenticate the device: unlocking needs a manifest and a code that you keep and send apart.',
      since:
        'Import/Export authenticated a signature file on your own disk; Snow devices come from AWS and are unlocked by a manifest.',
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence:
        'AWS encrypts all data on the device by 256-bit keys in KMS; before shipping there is nothing left for you to encrypt.',
      since: 'With Import/Export you had to encrypt your own device before you shipped it.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: "AWS serves the device's S3 interface over HTTPS; the local network you plug it into is yours.",
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS keeps the keys in KMS and never on the device; the unlock code is yours to protect.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You follow job status by notifications and check the completion report against what you sent.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep your own copy of the data until the import is verified.',
    },
    'media-sanitization': {
      who: 'aws',
      sentence: 'AWS erases the device by NIST 800-88 after the import is complete and verified.',
      link: 'https://docs.aws.amazon.com/snowball/latest/developer-guide/data-protection.html',
      since: 'Import/Export erased your own device for its way back; a Snow device stays AWS property.',
    },
  },
};
