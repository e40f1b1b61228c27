import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 's3-bucket-versioning',
  title: 'S3 bucket keeps no earlier versions',
  on: 'AWS::S3::Bucket',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {
    checkov: ['CKV_AWS_21'],
    guard: ['S3_BUCKET_VERSIONING_ENABLED'],
    trivy: ['AWS-0090'],
    cdk_nag: ['S3BucketVersioningEnabled'],
    kics: ['a227ec01'],
    security_hub: ['S3.14'],
  },
  controls: { 'aws-fsbp': ['S3.14'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'S3 keeps eleven nines of durability against its own failures, none against yours: without versioning an overwrite or a delete, by mistake or by ransomware, is final.',
  remedy:
    'Enable versioning, and add a lifecycle rule that expires noncurrent versions once you know how long you need them.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  check(bucket, report) {
    const status = bucket.get('VersioningConfiguration.Status');
    // A bucket under Object Lock always has versioning on.
    if (!bucket.get('ObjectLockEnabled').isNot(true) || !status.isNot('Enabled')) return;
    report(status, `${bucket.logicalId} keeps no earlier versions of its objects`, {
      fixes: [fix('Enable versioning (keeps and bills every version)', 'cost', set(status, 'Enabled'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: Enabled
      `,
    },
    {
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: Suspended # while we migrate
                      # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: Enabled # while we migrate
      `,
    },
    {
      name: 'only the branch without versions is flagged, and fixed where it stands',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
            AllowedValues: [dev, test, prod]
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^^
                !If [IsProd, {Status: Enabled}, !Ref AWS::NoValue]
      `,
      good: template`
        Parameters:
          Env:
            Type: String
            AllowedValues: [dev, test, prod]
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                !If [IsProd, {Status: Enabled}, {Status: Enabled}]
      `,
    },
    {
      name: 'a bucket under Object Lock has versioning on',
      silent: template`
        Parameters:
          Lock:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: !Ref Lock
      `,
    },
    {
      name: 'a status that comes from a parameter without default is unknown',
      silent: template`
        Parameters:
          Status:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: !Ref Status
      `,
    },
  ],
});
