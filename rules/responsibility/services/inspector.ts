import type { ServiceKnowledge } from '../types.ts';

export const inspector: ServiceKnowledge = {
  id: 'inspector',
  name: 'Amazon Inspector',
  class: 'abstracted',
  types: ['AWS::Inspector::', 'AWS::InspectorV2::'],
  summary: 'Vulnerability scans of instances, images, functions and code.',
  link: 'https://docs.aws.amazon.com/inspector/latest/user/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence: 'AWS finds missing operating system patches on your instances; installing them stays with you.',
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS finds vulnerable packages in images and functions; updating them stays with you.',
      properties: {
        'AWS::InspectorV2::Filter': ['FilterAction'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You allow suppression filters to few, since one can hide a class of findings.',
      properties: {
        'AWS::InspectorV2::Filter': ['FilterCriteria'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts findings; for code scans a key of your own is possible.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You route findings to those who own the workload.',
      since: 'Inspector Classic ended in May 2026 and its assessment targets with it.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You export reports to keep them: closed findings go after a while.',
    },
  },
};
