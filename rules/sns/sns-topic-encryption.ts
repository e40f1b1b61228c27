import { customerKey, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sns-topic-encryption',
  title: 'SNS topic is not encrypted with a KMS key',
  on: 'AWS::SNS::Topic',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_26'],
    cfn_nag: ['W47'],
    guard: ['SNS_ENCRYPTED_KMS'],
    trivy: ['AWS-0095'],
    cdk_nag: ['SNSEncryptedKMS'],
    kics: ['9d13b150'],
    security_hub: ['SNS.1'],
  },
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Messages are then kept on disk under encryption that nobody of yours controls. With the key alias/aws/sns other AWS services, such as alarms, cannot publish; a key of your own lets them in.',
  remedy: 'Set KmsMasterKeyId to a KMS key of your own whose policy lets the publishers in.',
  references: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  ],
  check(topic, report) {
    const key = topic.get('KmsMasterKeyId');
    if (!key.isAbsent && !key.is('')) return;
    report(key, `${topic.logicalId} is not encrypted with a KMS key`, {
      fixes: [
        customerKey(topic, key, {
          title: 'Encrypt with a key of the stack (billed; publishers need rights on it)',
          safety: 'behaviour',
          by: 'Ref',
          services: ['cloudwatch.amazonaws.com', 'events.amazonaws.com', 's3.amazonaws.com'],
        }),
        fix(
          'Encrypt with the key that AWS manages (other AWS services can no longer publish)',
          'behaviour',
          set(key, 'alias/aws/sns'),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
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
              KmsMasterKeyId: !If [IsProd, !ImportValue Key, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^
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
      name: 'a key without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              KmsMasterKeyId: !Ref Setting
      `,
    },
  ],
});
