import { defineRule, hideSecret, secretExposure, secretInPlainSight, template } from '#kit';

const SECRETS = [
  {
    path: 'RedshiftDestinationConfiguration.Password',
    name: 'Password',
    what: 'Redshift password',
    peers: {
      cfn_nag: ['F66'],
      guard: [
        'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_USES_SECURE_PARAMETER',
        'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
      ],
    },
  },
  {
    path: 'SplunkDestinationConfiguration.HECToken',
    name: 'Token',
    what: 'Splunk token',
    peers: {
      cfn_nag: ['F68'],
      guard: [
        'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_USES_SECURE_PARAMETER',
        'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
      ],
    },
  },
  {
    path: 'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
    name: 'AccessKey',
    what: 'Access key of the HTTP endpoint',
    peers: {},
  },
  { path: 'SnowflakeDestinationConfiguration.PrivateKey', name: 'PrivateKey', what: 'Snowflake key', peers: {} },
  {
    path: 'SnowflakeDestinationConfiguration.KeyPassphrase',
    name: 'Passphrase',
    what: 'Passphrase of the Snowflake key',
    peers: {},
  },
];

export default defineRule({
  id: 'firehose-literal-secret',
  title: 'Firehose password or token stands in the template',
  on: 'AWS::KinesisFirehose::DeliveryStream',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    cfn_nag: ['F66', 'F68'],
    guard: [
      'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_USES_SECURE_PARAMETER',
      'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
      'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_USES_SECURE_PARAMETER',
      'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
    ],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets can write to the destination as Firehose does, or read from it.',
  remedy: 'Let Firehose read the secret from Secrets Manager (SecretsManagerConfiguration), or refer to a secret.',
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/using-secrets-manager.html'],
  check(stream, report) {
    for (const { path, name, what, peers } of SECRETS) {
      const value = stream.get(path);
      const exposure = secretExposure(value, stream.template);
      if (!exposure) continue;
      const description = `${what} of ${stream.logicalId}`;
      report(value, `${description} ${secretInPlainSight(exposure)}`, {
        severity: exposure.kind === 'echo' ? 'high' : 'critical',
        peers,
        fixes: hideSecret({ of: stream, value, name, description, isOwn: false }, exposure),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              RedshiftDestinationConfiguration:
                Username: events
                Password: correct-horse
                        # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          EventsPassword:
            Type: String
            NoEcho: true
            Description: Redshift password of Events
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              RedshiftDestinationConfiguration:
                Username: events
                Password: !Ref EventsPassword
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECToken: !If [IsProd, !Ref Secret, correct-horse]
                                                  # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
          EventsToken:
            Type: String
            NoEcho: true
            Description: Splunk token of Events
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECToken: !If [IsProd, !Ref Secret, !Ref EventsToken]
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              HttpEndpointDestinationConfiguration:
                EndpointConfiguration:
                  AccessKey: !Ref Secret
                           # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              HttpEndpointDestinationConfiguration:
                EndpointConfiguration:
                  AccessKey: !Ref Secret
      `,
    },
    {
      name: 'a hidden parameter without default is unknown',
      silent: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECToken: !Ref Secret
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECToken: '{{resolve:secretsmanager:splunk:SecretString:token}}'
      `,
    },
  ],
});
