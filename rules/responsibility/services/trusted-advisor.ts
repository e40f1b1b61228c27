import type { ServiceKnowledge } from '../types.ts';

export const trustedAdvisor: ServiceKnowledge = {
  id: 'trusted-advisor',
  name: 'AWS Trusted Advisor',
  class: 'abstracted',
  types: [],
  summary: "Checks of an account's security, cost, limits and resilience.",
  link: 'https://docs.aws.amazon.com/awssupport/latest/user/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You show results to those who can act on them, by the permissions of the trustedadvisor prefix.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence:
        'AWS runs the security checks, such as open ports, public buckets and missing MFA; acting on them is yours.',
      notes: ['All checks come with the higher support plans, the core security checks with every account.'],
      link: 'https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html',
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS refreshes the checks by itself.',
    },
  },
  notApplicable: {
    'encryption-at-rest': 'The service shows findings and holds no data of yours.',
  },
};
