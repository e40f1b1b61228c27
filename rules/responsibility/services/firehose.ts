import type { ServiceKnowledge } from '../types.ts';

export const firehose: ServiceKnowledge = {
  id: 'firehose',
  name: 'Amazon Data Firehose',
  class: 'abstracted',
  types: ['AWS::KinesisFirehose::'],
  summary: 'Delivery of streams into storage and analytics.',
  link: 'https://docs.aws.amazon.com/firehose/latest/dev/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You give the delivery role exactly its source, its bucket and its transformation function.',
      properties: {
        'AWS::KinesisFirehose::DeliveryStream': ['ExtendedS3DestinationConfiguration.RoleARN'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt the buffer with SSE and the delivered objects with a key of the bucket.',
      properties: {
        'AWS::KinesisFirehose::DeliveryStream': [
          'DeliveryStreamEncryptionConfigurationInput',
          'ExtendedS3DestinationConfiguration.EncryptionConfiguration',
        ],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You reference access keys of HTTP, Splunk or Snowflake endpoints from Secrets Manager.',
      properties: {
        'AWS::KinesisFirehose::DeliveryStream': [
          'HttpEndpointDestinationConfiguration.SecretsManagerConfiguration',
          'SplunkDestinationConfiguration.SecretsManagerConfiguration',
          'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
        ],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable error logging of deliveries to CloudWatch.',
      properties: {
        'AWS::KinesisFirehose::DeliveryStream': ['ExtendedS3DestinationConfiguration.CloudWatchLoggingOptions'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS retries a failing destination for up to a day; a backup of the source records to S3 you switch on.',
      properties: {
        'AWS::KinesisFirehose::DeliveryStream': ['ExtendedS3DestinationConfiguration.S3BackupMode'],
      },
    },
  },
};
