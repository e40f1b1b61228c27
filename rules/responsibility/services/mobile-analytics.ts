import type { ServiceKnowledge } from '../types.ts';

export const mobileAnalytics: ServiceKnowledge = {
  id: 'mobile-analytics',
  name: 'Amazon Mobile Analytics',
  class: 'abstracted',
  types: [],
  summary: 'App usage metrics, ended and followed by Amazon Pinpoint.',
  link: 'https://docs.aws.amazon.com/pinpoint/latest/userguide/security.html',
  since:
    'Mobile Analytics ended in 2018, and its successor Amazon Pinpoint on October 30, 2026; messaging lives on in AWS End User Messaging.',
  aspects: {
    'platform-patching': {
      who: 'you',
      sentence: 'You remove the Mobile Analytics SDK from apps that still carry it.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You take away the roles by which apps reported to it.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS received app events over TLS only.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You had to export events yourself before the service ended.',
    },
  },
};
