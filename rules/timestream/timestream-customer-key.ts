import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'timestream-customer-key',
  title: 'Timestream database is encrypted with a key that AWS manages',
  on: 'AWS::Timestream::Database',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { checkov: ['CKV_AWS_160'], cdk_nag: ['TimestreamDatabaseCustomerManagedKey', 'AwsSolutions-TS3'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Timestream encrypts everything, by default with a key of AWS that serves the whole account and cannot be cut off for one database.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html'],
  check(database, report) {
    const key = database.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${database.logicalId} is encrypted with the key that AWS manages`, {
      fixes: [customerKey(database, key, { title: 'Encrypt with a key of the stack', safety: 'cost' })],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Metrics:
        # ^^^^^^^
            Type: AWS::Timestream::Database
            Properties:
              DatabaseName: metrics
      `,
      good: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::Database
            Properties:
              DatabaseName: metrics
              KmsKeyId: !GetAtt MetricsKey.Arn
          MetricsKey:
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
          Metrics:
            Type: AWS::Timestream::Database
            Properties:
              DatabaseName: metrics
              KmsKeyId: !If [IsProd, !ImportValue Key, alias/aws/timestream]
                                                     # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Metrics:
            Type: AWS::Timestream::Database
            Properties:
              DatabaseName: metrics
              KmsKeyId: !If [IsProd, !ImportValue Key, !GetAtt MetricsKey.Arn]
          MetricsKey:
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
          Metrics:
            Type: AWS::Timestream::Database
            Properties:
              DatabaseName: metrics
              KmsKeyId: !Ref Setting
      `,
    },
  ],
});
