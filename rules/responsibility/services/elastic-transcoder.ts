import type { ServiceKnowledge } from '../types.ts';

export const elasticTranscoder: ServiceKnowledge = {
  id: 'elastic-transcoder',
  name: 'Amazon Elastic Transcoder',
  class: 'abstracted',
  types: [],
  summary: 'Media conversion, ended and followed by MediaConvert.',
  link: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/security.html',
  since: 'AWS ended Elastic Transcoder on November 13, 2025; AWS Elemental MediaConvert is its successor.',
  aspects: {
    'platform-patching': {
      who: 'you',
      sentence: 'You migrate pipelines and presets to MediaConvert, which has a template resource for each.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give the conversion role only the input and output buckets.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You let outputs be encrypted with S3 or KMS keys, in the job or by the bucket.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep DRM keys with a key provider outside the job.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You follow job states by EventBridge.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep the originals; a conversion keeps nothing.',
    },
  },
};
