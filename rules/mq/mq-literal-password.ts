import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'mq-literal-password',
  title: 'MQ user password stands in the template',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    cfn_nag: ['F52'],
    guard: [
      'AMAZON_MQ_BROKER_USERS_USES_SECURE_PARAMETER',
      'AMAZON_MQ_BROKER_USERS_USES_SECURE_SERVICE',
      'AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD',
    ],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets can send and read messages as this user.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
  check(broker, report) {
    for (const user of broker.get('Users').items()) {
      const value = user.get('Password');
      const exposure = secretExposure(value, broker.template);
      if (!exposure) continue;
      const name = user.get('Username').pattern();
      report(
        value,
        `The password of ${name === undefined ? 'a user' : name} of ${broker.logicalId} ${secretInPlainSight(exposure)}`,
        {
          related: secretSource(exposure),
          severity: exposure.kind === 'echo' ? 'high' : 'critical',
          fixes: hideSecret(
            {
              of: broker,
              value,
              name: 'Password',
              description: `Password of a user of ${broker.logicalId}`,
              isOwn: true,
            },
            exposure,
          ),
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: correct-horse-battery
                          # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: !Sub '{{resolve:secretsmanager:\${BrokerPassword}}}'
          BrokerPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Password of a user of Broker
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
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
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: !If [IsProd, !Ref Secret, correct-horse-battery]
                                                    # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: !If [IsProd, !Ref Secret, !Sub '{{resolve:secretsmanager:\${BrokerPassword}}}']
          BrokerPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Password of a user of Broker
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: !Ref Secret
                          # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: !Ref Secret
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
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: !Ref Secret
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Users:
                - Username: orders
                  Password: '{{resolve:secretsmanager:orders:SecretString:password}}'
      `,
    },
  ],
});
