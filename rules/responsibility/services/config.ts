import type { ServiceKnowledge } from '../types.ts';

export const config: ServiceKnowledge = {
  id: 'config',
  name: 'AWS Config',
  class: 'abstracted',
  types: ['AWS::Config::'],
  summary: 'A record of how every resource is and was configured, and rules over it.',
  link: 'https://docs.aws.amazon.com/config/latest/developerguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You give the recorder its service-linked role, and keep its bucket and topic to itself.',
      properties: {
        'AWS::Config::ConfigurationRecorder': ['RoleARN'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts its own store; the delivery bucket and its KMS key are yours.',
      properties: {
        'AWS::Config::DeliveryChannel': ['S3KmsKeyArn', 'S3BucketName'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence:
        'You turn the recorder on for all types, and add rules that check against your policies and regimes such as PCI or HIPAA.',
      notes: ['AWS Config records changes to the configuration of your resources and assesses them continuously.'],
      properties: {
        'AWS::Config::ConfigurationRecorder': ['RecordingGroup', 'StartedOnCreate'],
        'AWS::Config::DeliveryChannel': ['S3BucketName'],
        'AWS::Config::ConfigRule': ['Source'],
        'AWS::Config::ConformancePack': ['TemplateBody'],
      },
      since: 'Conformance packs, since 2019, bundle rules per regime.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps configuration history for up to seven years; shorter is your setting.',
    },
  },
  carries: {
    'AWS::Config::ConfigRule': ['logging-monitoring'],
    'AWS::Config::RemediationConfiguration': ['identity-access'],
  },
};
