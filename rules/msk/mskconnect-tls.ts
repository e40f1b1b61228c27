import { defineRule, template } from '#kit';

export default defineRule({
  id: 'mskconnect-tls',
  title: 'MSK Connect talks to Kafka in the clear',
  on: 'AWS::KafkaConnect::Connector',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['MSK.3'] },
  controls: { 'aws-fsbp': ['MSK.3'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Messages and credentials cross the network unencrypted.',
  remedy: 'Set EncryptionType to TLS, together with the bootstrap servers of the TLS listener.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-encryption-at-rest.html'],
  check(connector, report) {
    const encryption = connector.get('KafkaClusterEncryptionInTransit.EncryptionType');
    if (encryption.is('PLAINTEXT')) report(encryption, `${connector.logicalId} talks to Kafka in the clear`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::KafkaConnect::Connector
            Properties:
              ConnectorName: orders
              KafkaClusterEncryptionInTransit:
                EncryptionType: PLAINTEXT
                              # ^^^^^^^^^
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::KafkaConnect::Connector
            Properties:
              ConnectorName: orders
              KafkaClusterEncryptionInTransit:
                EncryptionType: !If [IsProd, TLS, PLAINTEXT]
                                                # ^^^^^^^^^
      `,
    },
    {
      name: 'the type is required',
      silent: template`
        Resources:
          Orders:
            Type: AWS::KafkaConnect::Connector
            Properties:
              ConnectorName: orders
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::KafkaConnect::Connector
            Properties:
              ConnectorName: orders
              KafkaClusterEncryptionInTransit:
                EncryptionType: !Ref Setting
      `,
    },
  ],
});
