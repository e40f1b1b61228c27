import type { ServiceKnowledge } from '../types.ts';

export const amazonMq: ServiceKnowledge = {
  id: 'amazon-mq',
  name: 'Amazon MQ',
  class: 'container',
  types: ['AWS::AmazonMQ::'],
  summary: 'Managed ActiveMQ and RabbitMQ.',
  link: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS applies patch versions in the window; minor ones before end of support are your move.',
      properties: {
        'AWS::AmazonMQ::Broker': ['AutoMinorVersionUpgrade', 'EngineVersion', 'MaintenanceWindowStartTime'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You create broker users per application, or connect LDAP or OAuth.',
      properties: {
        'AWS::AmazonMQ::Broker': ['Users', 'AuthenticationStrategy', 'LdapServerMetadata'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You choose a private broker; a public one shows its console and ports to the internet.',
      properties: {
        'AWS::AmazonMQ::Broker': ['PubliclyAccessible', 'SecurityGroups', 'SubnetIds'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts messages at rest, by its own key unless you pick one.',
      properties: {
        'AWS::AmazonMQ::Broker': ['EncryptionOptions'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS offers TLS endpoints only, for every protocol.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You take user passwords from Secrets Manager by reference.',
      properties: {
        'AWS::AmazonMQ::Broker': ['Users'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on general logs, and audit logs for ActiveMQ.',
      properties: {
        'AWS::AmazonMQ::Broker': ['Logs'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS stores messages in several zones when you deploy active/standby or a cluster.',
      properties: {
        'AWS::AmazonMQ::Broker': ['DeploymentMode'],
      },
    },
  },
};
