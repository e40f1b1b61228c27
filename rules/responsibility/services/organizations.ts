import type { ServiceKnowledge } from '../types.ts';

export const organizations: ServiceKnowledge = {
  id: 'organizations',
  name: 'AWS Organizations',
  class: 'abstracted',
  types: ['AWS::Organizations::'],
  summary: 'Many accounts under one root, with policies for all.',
  link: 'https://docs.aws.amazon.com/organizations/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You bound whole accounts by service control and resource control policies; they grant nothing and spare the management account.',
      properties: {
        'AWS::Organizations::Policy': ['Content', 'Type', 'TargetIds'],
        'AWS::Organizations::ResourcePolicy': ['Content'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You run an organization trail and delegate security services to an account of their own.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep the management account free of workloads, and your backups in an account apart.',
    },
    'account-credentials': {
      who: 'you',
      sentence: 'You manage member root users centrally and delete their credentials.',
      since: 'Central management of root access has existed since November 2024.',
    },
  },
  notApplicable: {
    'encryption-at-rest': 'The service stores account names and policies alone.',
  },
};
