import { addResource, defineRule, fix, isKeyOfAws, logsKeyBody, set, template } from '#kit';

export default defineRule({
  id: 'logs-group-key',
  title: 'Log group is not encrypted with a key of your own',
  on: 'AWS::Logs::LogGroup',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_158'],
    cfn_nag: ['W84'],
    guard: ['CLOUDWATCH_LOG_GROUP_ENCRYPTED'],
    trivy: ['AWS-0017'],
    cdk_nag: ['CloudWatchLogGroupEncrypted'],
  },
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'CloudWatch Logs encrypts every group with a key of its own; with one of yours, reading takes the right to the key as well, and the key tells who used it.',
  remedy: 'Name a KMS key in KmsKeyId whose policy lets CloudWatch Logs in.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  check(group, report) {
    const key = group.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    const logicalId = `${group.logicalId}Key`;
    report(key, `${group.logicalId} is encrypted without a key of your own`, {
      fixes: () => [
        fix(
          'Encrypt with a new KMS key',
          'cost',
          addResource(logicalId, logsKeyBody(group), group),
          set(key, { 'Fn::GetAtt': [logicalId, 'Arn'] }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
        # ^^^
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
      good: template`
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
              KmsKeyId: !GetAtt AppKey.Arn
          AppKey:
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
                  - Sid: AllowLogs
                    Effect: Allow
                    Principal:
                      Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'
                    Action:
                      - kms:Encrypt
                      - kms:Decrypt
                      - kms:ReEncrypt*
                      - kms:GenerateDataKey*
                      - kms:DescribeKey
                    Resource: '*'
                    Condition:
                      ArnLike:
                        kms:EncryptionContext:aws:logs:arn: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:*'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              KmsKeyId: !If [IsProd, 'arn:aws:kms:eu-west-1:123456789012:key/1234', !Ref AWS::NoValue]
            # ^^^^^^^^
      `,
    },
    {
      name: 'the key is a parameter without default',
      silent: template`
        Parameters:
          Key: {Type: String}
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              KmsKeyId: !Ref Key
      `,
    },
  ],
});
