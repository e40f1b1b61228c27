import type { ServiceKnowledge } from '../types.ts';

export const iotCore: ServiceKnowledge = {
  id: 'iot-core',
  name: 'AWS IoT Core',
  class: 'abstracted',
  types: ['AWS::IoT::'],
  summary: 'Messages from and to devices.',
  link: 'https://docs.aws.amazon.com/iot/latest/developerguide/security.html',
  aspects: {
    'physical-facilities': {
      who: 'shared',
      sentence: 'AWS secures its side of the connection; the devices in the field are yours to guard.',
    },
    'os-patching': {
      who: 'you',
      sentence: "You patch the devices' firmware, for instance by jobs.",
      properties: {
        'AWS::IoT::JobTemplate': ['Document'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: "You write device policies around the thing's own name, not with iot:* on *.",
      properties: {
        'AWS::IoT::Policy': ['PolicyDocument'],
        'AWS::IoT::RoleAlias': ['RoleArn'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS requires TLS and offers newer policies on custom domains, which you select.',
      properties: {
        'AWS::IoT::DomainConfiguration': ['TlsConfig'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You give every device a key and certificate of its own, and revoke lost ones.',
      properties: {
        'AWS::IoT::Certificate': ['Status'],
        'AWS::IoT::ProvisioningTemplate': ['TemplateBody'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You set the log level and audit the fleet with Device Defender.',
      properties: {
        'AWS::IoT::Logging': ['DefaultLogLevel'],
        'AWS::IoT::AccountAuditConfiguration': ['AuditCheckConfigurations'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You route messages to storage, as the broker keeps none for long.',
      properties: {
        'AWS::IoT::TopicRule': ['TopicRulePayload'],
      },
    },
  },
};
