import type { ServiceKnowledge } from '../types.ts';

export const mediaconvert: ServiceKnowledge = {
  id: 'mediaconvert',
  name: 'AWS Elemental MediaConvert',
  class: 'abstracted',
  types: ['AWS::MediaConvert::'],
  summary: 'File-based video conversion.',
  link: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You let users pass only the conversion role, and the role only touch its buckets.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You choose server-side encryption of outputs in the settings of each job template.',
      properties: {
        'AWS::MediaConvert::JobTemplate': ['SettingsJson'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You route job errors through EventBridge to someone who reads them.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You hold on to input files until the outputs are checked.',
    },
  },
};
