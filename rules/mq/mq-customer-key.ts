import { customerKey, defineRule, set, template } from '#kit';

const PEERS = { cfn_nag: ['W53'], guard: ['AMAZON_MQ_BROKER_ENCRYPTION_OPTIONS_RULE'], kics: ['316278b3'] };

export default defineRule({
  id: 'mq-customer-key',
  title: 'MQ broker is encrypted with a key of AWS',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { cfn_nag: ['W53'], guard: ['AMAZON_MQ_BROKER_ENCRYPTION_OPTIONS_RULE'], kics: ['316278b3'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Messages are always encrypted, by default with a key of AWS that neither shows in CloudTrail nor can be cut off.',
  remedy: 'Set EncryptionOptions to a KMS key of your own and UseAwsOwnedKey to false.',
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html'],
  check(broker, report) {
    const options = broker.get('EncryptionOptions');
    const owned = options.get('UseAwsOwnedKey');
    if (!options.isAbsent && !owned.is(true)) return;
    report(options.isAbsent ? options : owned, `${broker.logicalId} is encrypted with a key of AWS`, {
      peers: options.isAbsent ? PEERS : { kics: ['316278b3'] },
      fixes: [
        customerKey(broker, options.get('KmsKeyId'), {
          title: 'Encrypt with a key of the stack (replaces the broker)',
          safety: 'replacement',
          also: [set(owned, false)],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Broker:
        # ^^^^^^
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
      `,
      good: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              EncryptionOptions:
                KmsKeyId: !GetAtt BrokerKey.Arn
                UseAwsOwnedKey: false
          BrokerKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
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
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              EncryptionOptions: !If [IsProd, {UseAwsOwnedKey: false, KmsKeyId: !ImportValue Key}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              EncryptionOptions: !If [IsProd, {UseAwsOwnedKey: false, KmsKeyId: !ImportValue Key}, {KmsKeyId: !GetAtt BrokerKey.Arn, UseAwsOwnedKey: false}]
          BrokerKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              EncryptionOptions:
                UseAwsOwnedKey: !Ref Setting
      `,
    },
  ],
});
