import type { ServiceKnowledge } from '../types.ts';

export const macie: ServiceKnowledge = {
  id: 'macie',
  name: 'Amazon Macie',
  class: 'abstracted',
  types: ['AWS::Macie::'],
  summary: 'Discovery of sensitive data in S3.',
  link: 'https://docs.aws.amazon.com/macie/latest/user/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You keep results from most eyes: they tell where the sensitive data lies.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts findings; discovery results go to your bucket under your KMS key.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS inspects buckets each day; enabling sessions, jobs and identifiers for your own data is yours.',
      properties: {
        'AWS::Macie::Session': ['Status', 'FindingPublishingFrequency'],
        'AWS::Macie::FindingsFilter': ['Action', 'FindingCriteria'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You export results within 90 days.',
    },
  },
};
