import { addResource, defineRule, fix, isKeyOfAws, set, template, trailKeyBody } from '#kit';

export default defineRule({
  id: 'cloudtrail-encryption',
  title: 'Trail is not encrypted with a key of your own',
  on: 'AWS::CloudTrail::Trail',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_35'],
    guard: ['CLOUD_TRAIL_ENCRYPTION_ENABLED'],
    trivy: ['AWS-0015'],
    cdk_nag: ['CloudTrailEncryptionEnabled'],
    kics: ['050a9ba8'],
    security_hub: ['CloudTrail.2'],
  },
  controls: {
    'aws-fsbp': ['CloudTrail.2'],
    'nist-800-53-r5': ['SC-28', 'SC-28(1)'],
    'cis-aws-3': ['3.5'],
    'pci-dss-4': ['10.3.2'],
  },
  why: 'S3 encrypts the log files with its own key anyway; with a key of your own, reading them takes the right to the key as well as to the bucket.',
  remedy: 'Name a KMS key in KMSKeyId whose policy lets CloudTrail encrypt.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  ],
  check(trail, report) {
    const key = trail.get('KMSKeyId');
    if (!isKeyOfAws(key)) return;
    const logicalId = `${trail.logicalId}Key`;
    report(key, `The log files of ${trail.logicalId} are encrypted without a key of your own`, {
      fixes: () => [
        fix(
          'Encrypt with a new KMS key',
          'cost',
          addResource(logicalId, trailKeyBody(trail), trail),
          set(key, { 'Fn::GetAtt': [logicalId, 'Arn'] }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: audit-logs
      `,
      good: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: audit-logs
              KMSKeyId: !GetAtt AuditKey.Arn
          AuditKey:
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
                  - Sid: AllowTrails
                    Effect: Allow
                    Principal:
                      Service: cloudtrail.amazonaws.com
                    Action: kms:GenerateDataKey*
                    Resource: '*'
                    Condition:
                      StringLike:
                        kms:EncryptionContext:aws:cloudtrail:arn: !Sub 'arn:\${AWS::Partition}:cloudtrail:*:\${AWS::AccountId}:trail/*'
                  - Sid: AllowTrailsToLook
                    Effect: Allow
                    Principal:
                      Service: cloudtrail.amazonaws.com
                    Action: kms:DescribeKey
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
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
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              KMSKeyId: !If [IsProd, alias/audit, !Ref AWS::NoValue]
            # ^^^^^^^^
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the key is a parameter without default',
      silent: template`
        Parameters:
          Key: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              KMSKeyId: !Ref Key
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});
