import type { ServiceKnowledge } from '../types.ts';

export const timestream: ServiceKnowledge = {
  id: 'timestream',
  name: 'Amazon Timestream',
  class: 'abstracted',
  types: ['AWS::Timestream::'],
  summary: 'Time series, as LiveAnalytics or InfluxDB.',
  link: 'https://docs.aws.amazon.com/timestream/latest/developerguide/security.html',
  since: 'Timestream for LiveAnalytics is closed to new customers since June 2025; Timestream for InfluxDB goes on.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You grant tables by IAM, and users of InfluxDB by its own tokens.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You keep InfluxDB instances not publicly accessible.',
      properties: {
        'AWS::Timestream::InfluxDBInstance': ['PubliclyAccessible', 'VpcSecurityGroupIds'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: "AWS encrypts everything at rest; the database's KMS key may be yours.",
      properties: {
        'AWS::Timestream::Database': ['KmsKeyId'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You store the InfluxDB password, which AWS puts in a secret, nowhere else.',
      properties: {
        'AWS::Timestream::InfluxDBInstance': ['Password'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You deliver InfluxDB logs to a bucket.',
      properties: {
        'AWS::Timestream::InfluxDBInstance': ['LogDeliveryConfiguration'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You set retention of the stores and copy elsewhere what must outlive it.',
      properties: {
        'AWS::Timestream::Table': ['RetentionProperties'],
      },
    },
  },
};
