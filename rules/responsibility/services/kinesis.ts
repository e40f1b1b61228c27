import type { ServiceKnowledge } from '../types.ts';

export const kinesis: ServiceKnowledge = {
  id: 'kinesis',
  name: 'Amazon Kinesis Data Streams',
  class: 'abstracted',
  types: ['AWS::Kinesis::'],
  summary: 'Streams of records.',
  link: 'https://docs.aws.amazon.com/streams/latest/dev/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: "You separate producers from consumers, and keep the stream's resource policy to known accounts.",
      properties: {
        'AWS::Kinesis::ResourcePolicy': ['ResourcePolicy'],
        'AWS::Kinesis::StreamConsumer': ['StreamARN'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You send records through an interface endpoint if producers live in a VPC.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You turn on stream encryption with KMS; a template that says nothing leaves it off.',
      properties: {
        'AWS::Kinesis::Stream': ['StreamEncryption'],
      },
      link: 'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS accepts records over TLS only.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS offers the alias aws/kinesis; consumers in other accounts need a key of yours.',
      properties: {
        'AWS::Kinesis::Stream': ['StreamEncryption.KeyId'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable shard-level metrics and alarm on iterator age.',
      properties: {
        'AWS::Kinesis::Stream': ['DesiredShardLevelMetrics'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS stores records in three zones for 24 hours; longer retention is yours.',
      properties: {
        'AWS::Kinesis::Stream': ['RetentionPeriodHours'],
      },
    },
  },
};
