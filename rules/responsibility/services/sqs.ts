import type { ServiceKnowledge } from '../types.ts';

export const sqs: ServiceKnowledge = {
  id: 'sqs',
  name: 'Amazon SQS',
  class: 'abstracted',
  types: ['AWS::SQS::'],
  summary: 'Message queues.',
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You keep the queue policy free of a principal of *, or tie it to a source ARN or organization.',
      properties: {
        'AWS::SQS::QueuePolicy': ['PolicyDocument'],
        'AWS::SQS::QueueInlinePolicy': ['PolicyDocument'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You may bind the queue to a VPC endpoint; by itself it answers any authenticated caller on the internet.',
      properties: {
        'AWS::SQS::QueuePolicy': ['PolicyDocument'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts new queues with SSE-SQS by default; SSE-KMS, with a key you can audit, is your choice.',
      properties: {
        'AWS::SQS::Queue': ['SqsManagedSseEnabled', 'KmsMasterKeyId'],
      },
      link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
      since: 'Queues made without any encryption setting are encrypted since October 2022.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS offers HTTPS; you keep plain HTTP out by a deny on aws:SecureTransport in the queue policy.',
      properties: {
        'AWS::SQS::QueuePolicy': ['PolicyDocument'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS keeps the SSE-SQS keys; a KMS key you choose must let the services that send to the queue use it.',
      properties: {
        'AWS::SQS::Queue': ['KmsMasterKeyId', 'KmsDataKeyReusePeriodSeconds'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You alarm on the age of the oldest message and on the dead-letter queue.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS stores messages on several servers for up to fourteen days; a dead-letter queue for failures is yours.',
      properties: {
        'AWS::SQS::Queue': ['RedrivePolicy', 'MessageRetentionPeriod'],
      },
    },
  },
  overrides: {
    'AWS::SQS::QueuePolicy': {
      'identity-access': {
        who: 'you',
        sentence:
          'You name who sends and receives; for a service as principal, add the source ARN or account it acts for.',
        properties: {
          'AWS::SQS::QueuePolicy': ['PolicyDocument', 'Queues'],
        },
      },
    },
  },
  carries: {
    'AWS::SQS::QueuePolicy': ['identity-access', 'network-exposure', 'encryption-in-transit'],
    'AWS::SQS::QueueInlinePolicy': ['identity-access', 'network-exposure', 'encryption-in-transit'],
  },
};
