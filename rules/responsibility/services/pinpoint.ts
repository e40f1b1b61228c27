import type { ServiceKnowledge } from '../types.ts';

export const pinpoint: ServiceKnowledge = {
  id: 'pinpoint',
  name: 'Amazon Pinpoint',
  class: 'abstracted',
  types: ['AWS::Pinpoint::', 'AWS::PinpointEmail::'],
  summary: 'Customer messaging and app analytics.',
  link: 'https://docs.aws.amazon.com/pinpoint/latest/userguide/security.html',
  since:
    'AWS ended support for Amazon Pinpoint on October 30, 2026; SMS, push and voice moved to AWS End User Messaging, email to SES.',
  aspects: {
    'platform-patching': {
      who: 'you',
      sentence: 'You move off: channels belong to AWS End User Messaging now, campaigns to Amazon Connect.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You split the right to send from the right to read endpoints, which hold personal data.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep APNs, FCM and ADM credentials out of templates, by dynamic references.',
      properties: {
        'AWS::Pinpoint::APNSChannel': ['PrivateKey', 'Certificate'],
        'AWS::Pinpoint::GCMChannel': ['ApiKey'],
        'AWS::Pinpoint::ADMChannel': ['ClientSecret'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You stream events to Kinesis, because the console keeps only totals.',
      properties: {
        'AWS::Pinpoint::EventStream': ['DestinationStreamArn'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep segments and templates elsewhere; there is no backup.',
    },
  },
};
