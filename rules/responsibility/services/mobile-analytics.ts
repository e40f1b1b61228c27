import type { ServiceKnowledge } from '../types.ts';

export const mobileAnalytics: ServiceKnowledge = {
  id: 'mobile-analytics',
  name: 'Amazon Mobile Analytics',
  class: 'abstracted',
  types: [],
  summary: 'App usage metrics, ended and followed by Amazon Pinpoint.',
  link: 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/security.html',
  since:
    'Mobile Analytics ended in 2018, and its successor Amazon Pinpoint on October 30, 2026; messaging lives on in AWS End User Messaging.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You let apps report through a Cognito identity with a role for that one application.',
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypted collected events at rest with keys of its own.',
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
