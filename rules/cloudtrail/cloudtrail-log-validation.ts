import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-log-validation',
  title: 'Trail cannot tell that its logs were changed',
  on: 'AWS::CloudTrail::Trail',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_36'],
    guard: ['CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED'],
    trivy: ['AWS-0016'],
    cdk_nag: ['CloudTrailLogFileValidationEnabled'],
    kics: ['2a3560fe'],
    security_hub: ['CloudTrail.4'],
  },
  controls: {
    'aws-fsbp': ['CloudTrail.4'],
    'nist-800-53-r5': ['AU-9', 'SI-7'],
    'cis-aws-3': ['3.2'],
    'pci-dss-4': ['10.3.4'],
  },
  why: 'Signed digests prove that no log file was deleted or changed after CloudTrail wrote it; without them a trail is evidence only as long as nobody doubts it.',
  remedy: 'Set EnableLogFileValidation to true.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html'],
  check(trail, report) {
    const validation = trail.get('EnableLogFileValidation');
    if (!validation.isNot(true)) return;
    report(validation, `${trail.logicalId} writes no digests of its log files`, {
      fixes: () => [fix('Write signed digests of the log files', 'safe', set(validation, true))],
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
              EnableLogFileValidation: true
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
              EnableLogFileValidation: !If [IsProd, true, false]
                                                        # ^^^^^
              IsLogging: true
              S3BucketName: audit-logs
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              EnableLogFileValidation: !If [IsProd, true, true]
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Validate: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              EnableLogFileValidation: !Ref Validate
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});
