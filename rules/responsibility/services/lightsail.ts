import type { ServiceKnowledge } from '../types.ts';

export const lightsail: ServiceKnowledge = {
  id: 'lightsail',
  name: 'Amazon Lightsail',
  class: 'infrastructure',
  types: ['AWS::Lightsail::'],
  summary: 'Simple virtual servers, databases and storage at a fixed price.',
  link: 'https://docs.aws.amazon.com/lightsail/latest/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'you',
      sentence: "You patch the instance's system; blueprints are current only on the day you launch them.",
      properties: {
        'AWS::Lightsail::Instance': ['BlueprintId'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You update the application that came with the blueprint, and change its default password.',
      properties: {
        'AWS::Lightsail::Instance': ['UserData'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You allow console and keys to few: Lightsail instances take no instance role of yours.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You close the ports that blueprints open to everyone.',
      properties: {
        'AWS::Lightsail::Instance': ['Networking.Ports'],
        'AWS::Lightsail::Database': ['PubliclyAccessible'],
        'AWS::Lightsail::Bucket': ['AccessRules'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts disks, databases and buckets of Lightsail with keys it manages.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You install a certificate on the instance, or use that of load balancer or distribution.',
      properties: {
        'AWS::Lightsail::LoadBalancer': ['TlsPolicyName'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You guard the default key pair, and pass database passwords by reference.',
      properties: {
        'AWS::Lightsail::Instance': ['KeyPairName'],
        'AWS::Lightsail::Database': ['MasterUserPassword'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You add alarms; logs stay on the instance unless you ship them.',
      properties: {
        'AWS::Lightsail::Alarm': ['ContactProtocols'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You enable automatic snapshots.',
      properties: {
        'AWS::Lightsail::Instance': ['AddOns'],
        'AWS::Lightsail::Disk': ['AddOns'],
        'AWS::Lightsail::Database': ['BackupRetention'],
      },
    },
  },
};
