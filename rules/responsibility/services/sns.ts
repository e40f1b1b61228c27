import type { ServiceKnowledge } from '../types.ts';

export const sns: ServiceKnowledge = {
  id: 'sns',
  name: 'Amazon SNS',
  class: 'abstracted',
  types: ['AWS::SNS::'],
  summary: 'Topics that fan messages out, and mobile push.',
  link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-security.html',
  since: 'Mobile push, once Amazon SNS Mobile Push, is a part of SNS.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You say in the topic policy who may publish and subscribe; a principal of * opens it to everyone.',
      properties: {
        'AWS::SNS::TopicPolicy': ['PolicyDocument'],
        'AWS::SNS::TopicInlinePolicy': ['PolicyDocument'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You check who subscribes: an endpoint outside your account receives all messages.',
      properties: {
        'AWS::SNS::Subscription': ['Endpoint', 'Protocol'],
        'AWS::SNS::Topic': ['Subscription'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You turn on server-side encryption by naming a KMS key; a topic is not encrypted with KMS by default.',
      properties: {
        'AWS::SNS::Topic': ['KmsMasterKeyId'],
      },
      link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS takes HTTPS; you deny plain HTTP publishing in the topic policy and deliver to https endpoints only.',
      properties: {
        'AWS::SNS::TopicPolicy': ['PolicyDocument'],
        'AWS::SNS::Subscription': ['Protocol'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        'AWS holds push credentials such as APNs and FCM tokens encrypted; supplying and renewing them is yours.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable delivery status logging per protocol.',
      properties: {
        'AWS::SNS::Topic': ['DeliveryStatusLogging'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS stores a message in several zones before it answers, and retries; a dead-letter queue catches the rest if you add it.',
      properties: {
        'AWS::SNS::Subscription': ['RedrivePolicy'],
      },
    },
  },
  overrides: {
    'AWS::SNS::TopicPolicy': {
      'identity-access': {
        who: 'you',
        sentence:
          'You name the publishers and subscribers of these topics, with a source ARN where a service publishes.',
        properties: {
          'AWS::SNS::TopicPolicy': ['PolicyDocument', 'Topics'],
        },
      },
    },
  },
  carries: {
    'AWS::SNS::TopicPolicy': ['identity-access', 'network-exposure', 'encryption-in-transit'],
    'AWS::SNS::TopicInlinePolicy': ['identity-access', 'network-exposure', 'encryption-in-transit'],
    'AWS::SNS::Subscription': ['network-exposure', 'encryption-in-transit', 'backup-durability'],
  },
};
