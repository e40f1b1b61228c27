import type { ServiceKnowledge } from '../types.ts';

export const codecommit: ServiceKnowledge = {
  id: 'codecommit',
  name: 'AWS CodeCommit',
  class: 'abstracted',
  types: ['AWS::CodeCommit::'],
  summary: 'Private Git repositories.',
  link: 'https://docs.aws.amazon.com/codecommit/latest/userguide/security.html',
  since: 'Closed to new customers in July 2024, and generally available again since November 2025.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You protect branches by IAM conditions and pull requests by approval rules.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts every repository with aws/codecommit; a key of yours can take its place.',
      properties: {
        'AWS::CodeCommit::Repository': ['KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS carries Git over HTTPS or SSH only.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You use temporary credentials for Git, and commit no secrets.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You watch pushes by triggers and CloudTrail.',
      properties: {
        'AWS::CodeCommit::Repository': ['Triggers'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS stores repositories redundantly; a mirror elsewhere is yours.',
    },
  },
};
