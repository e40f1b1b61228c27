import type { ServiceKnowledge } from '../types.ts';

export const shield: ServiceKnowledge = {
  id: 'shield',
  name: 'AWS Shield',
  class: 'abstracted',
  types: ['AWS::Shield::'],
  summary: 'Protection against denial of service.',
  link: 'https://docs.aws.amazon.com/waf/latest/developerguide/shield-chapter.html',
  aspects: {
    'network-infrastructure': {
      who: 'aws',
      sentence: 'AWS protects everyone by Shield Standard against common network and transport layer attacks.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You grant the response team its role before you need it.',
      properties: {
        'AWS::Shield::DRTAccess': ['RoleArn'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You subscribe to Shield Advanced for single resources, and let it mitigate at the application layer.',
      properties: {
        'AWS::Shield::Protection': ['ResourceArn', 'ApplicationLayerAutomaticResponseConfiguration', 'HealthCheckArns'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You leave emergency contacts and alarm on detected events.',
      properties: {
        'AWS::Shield::ProactiveEngagement': ['EmergencyContactList'],
      },
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS scales mitigation at the edge.',
    },
  },
  notApplicable: {
    'encryption-at-rest': 'Shield stores none of your data.',
  },
};
