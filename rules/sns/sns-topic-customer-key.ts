import { customerKey, defineRule, template } from '#kit';

export default defineRule({
  id: 'sns-topic-customer-key',
  title: 'SNS topic is encrypted with the key that AWS manages',
  on: 'AWS::SNS::Topic',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { trivy: ['AWS-0136'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'The policy of alias/aws/sns cannot be changed: alarms, event rules and buckets cannot publish to the topic, and access cannot be cut off for one topic.',
  remedy: 'Set KmsMasterKeyId to a KMS key of your own whose policy lets the publishers in.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html'],
  check(topic, report) {
    const key = topic.get('KmsMasterKeyId');
    if (!key.satisfies((name) => name.endsWith('alias/aws/sns'))) return;
    report(key, `${topic.logicalId} is encrypted with the key that AWS manages`, {
      fixes: [
        customerKey(topic, key, {
          title: 'Encrypt with a key of the stack (billed; publishers need rights on it)',
          safety: 'behaviour',
          by: 'Ref',
          services: ['cloudwatch.amazonaws.com', 'events.amazonaws.com', 's3.amazonaws.com'],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
              KmsMasterKeyId: alias/aws/sns
                            # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
              KmsMasterKeyId: !Ref OrdersKey
          OrdersKey:
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
                  - Sid: AllowServices
                    Effect: Allow
                    Principal:
                      Service:
                        - cloudwatch.amazonaws.com
                        - s3.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                  - Sid: AllowEventBridge
                    Effect: Allow
                    Principal:
                      Service: events.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
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
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
              KmsMasterKeyId: !If [IsProd, !ImportValue Key, alias/aws/sns]
                                                           # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
              KmsMasterKeyId: !If [IsProd, !ImportValue Key, !Ref OrdersKey]
          OrdersKey:
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
                  - Sid: AllowServices
                    Effect: Allow
                    Principal:
                      Service:
                        - cloudwatch.amazonaws.com
                        - s3.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                  - Sid: AllowEventBridge
                    Effect: Allow
                    Principal:
                      Service: events.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
      `,
    },
    {
      name: 'a topic without a key has a finding of its own',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
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
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
              KmsMasterKeyId: !Ref Setting
      `,
    },
  ],
});
