import type { ServiceKnowledge } from '../types.ts';

export const sts: ServiceKnowledge = {
  id: 'sts',
  name: 'AWS STS',
  class: 'abstracted',
  types: [],
  summary: 'Temporary credentials for roles and federated users.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You decide by trust policies who may ask for credentials, with an external ID for third parties.',
      properties: {
        'AWS::IAM::Role': ['AssumeRolePolicyDocument', 'MaxSessionDuration'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You call Regional endpoints, or the one in your VPC, rather than the single global one.',
      since: 'SDKs default to Regional endpoints since 2025.',
    },
    'keys-secrets': {
      who: 'aws',
      sentence:
        'AWS issues temporary credentials that expire by themselves, from minutes to twelve hours or 36 for federated users.',
    },
    'logging-monitoring': {
      who: 'aws',
      sentence: 'AWS writes each AssumeRole to CloudTrail, with the session name of the caller.',
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS runs STS in every Region, independent of the others.',
    },
  },
  notApplicable: {
    'encryption-at-rest': 'STS stores no credentials; a token carries what it needs.',
  },
};
