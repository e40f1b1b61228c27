import { defineRule, resourcesReferring, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-bucket-logging',
  title: 'Nobody sees who reads the bucket of a trail',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_18'],
    cfn_nag: ['W35'],
    guard: ['S3_BUCKET_LOGGING_ENABLED'],
    trivy: ['AWS-0163', 'AWS-0089'],
    kics: ['c3ce69fd'],
    security_hub: ['CloudTrail.7'],
  },
  controls: { 'aws-fsbp': ['CloudTrail.7'], 'nist-800-53-r5': ['AU-9'], 'cis-aws-3': ['3.4'] },
  why: 'The trail tells who did what; the access log of its bucket tells who read the trail or tried to delete it. It has to go to another bucket.',
  remedy: 'Send the access log of the bucket to another bucket.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  check(bucket, report) {
    const logging = bucket.get('LoggingConfiguration');
    if (!logging.isAbsent) return;
    const trails = resourcesReferring(bucket, 'AWS::CloudTrail::Trail', 'S3BucketName', 'BucketName');
    const [trail] = trails;
    if (trail) report(logging, `${bucket.logicalId} keeps no log of who reads the files of ${trail.logicalId}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Logs:
        # ^^^^
            Type: AWS::S3::Bucket
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref Logs
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
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration: !If [IsProd, {DestinationBucketName: access}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref Logs
      `,
    },
    {
      name: 'which bucket the trail has is not known',
      silent: template`
        Parameters:
          Bucket: {Type: String}
        Resources:
          Logs:
            Type: AWS::S3::Bucket
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref Bucket
      `,
    },
  ],
});
