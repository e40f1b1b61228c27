import { secretRule } from '#kit';

export default secretRule({
  id: 'firehose-literal-secret',
  title: 'Firehose password or token stands in the template',
  on: 'AWS::KinesisFirehose::DeliveryStream',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets can write to the destination as Firehose does, or read from it.',
  remedy: 'Let Firehose read the secret from Secrets Manager (SecretsManagerConfiguration), or refer to a secret.',
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/using-secrets-manager.html'],
  secrets: [
    {
      path: 'SplunkDestinationConfiguration.HECToken',
      what: 'Splunk token',
      name: 'Token',
      isOwn: false,
      peers: {
        cfn_nag: ['F68'],
        guard: [
          'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_USES_SECURE_PARAMETER',
          'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_USES_SECURE_SERVICE',
          'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
        ],
      },
    },
    {
      path: 'RedshiftDestinationConfiguration.Password',
      what: 'Redshift password',
      name: 'Password',
      isOwn: false,
      peers: {
        cfn_nag: ['F66'],
        guard: [
          'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_USES_SECURE_PARAMETER',
          'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_USES_SECURE_SERVICE',
          'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
        ],
      },
    },
    {
      path: 'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
      what: 'Access key of the HTTP endpoint',
      name: 'AccessKey',
      isOwn: false,
      peers: {},
    },
    {
      path: 'SnowflakeDestinationConfiguration.PrivateKey',
      what: 'Snowflake key',
      name: 'PrivateKey',
      isOwn: false,
      peers: {},
    },
    {
      path: 'SnowflakeDestinationConfiguration.KeyPassphrase',
      what: 'Passphrase of the Snowflake key',
      name: 'Passphrase',
      isOwn: false,
      peers: {},
    },
  ],
  sample: { logicalId: 'Events', type: 'AWS::KinesisFirehose::DeliveryStream' },
});
