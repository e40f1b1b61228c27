import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-logging-on',
  title: 'Trail is switched off',
  on: 'AWS::CloudTrail::Trail',
  severity: 'high',
  category: 'logging',
  profile: 'essential',
  aspect: 'logging-monitoring',
  peers: { guard: ['CLOUD_TRAIL_ENABLED'], kics: ['5c0b06d5'], security_hub: ['CloudTrail.3'] },
  controls: { 'aws-fsbp': ['CloudTrail.3'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'A trail that does not log looks like one in every list, and records nothing.',
  remedy: 'Set IsLogging to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  check(trail, report) {
    const logging = trail.get('IsLogging');
    if (!logging.isNot(true)) return;
    // It has to be said: a trail neither logs nor can be made without.
    const what = logging.isAbsent ? 'does not say that it records' : 'records nothing: it is switched off';
    report(logging, `${trail.logicalId} ${what}`, {
      ...(logging.isAbsent ? { severity: 'medium', peers: { guard: ['CLOUD_TRAIL_ENABLED'] } } : {}),
      fixes: () => [fix('Switch the trail on', 'cost', set(logging, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: false
                       # ^^^^^
              S3BucketName: audit-logs
      `,
      good: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: audit-logs
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
              IsLogging: !If [IsProd, true, false]
                                          # ^^^^^
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
              IsLogging: !If [IsProd, true, true]
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          On: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: !Ref On
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'it has to be said',
      bad: template`
        Resources:
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              S3BucketName: audit-logs
      `,
      good: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              S3BucketName: audit-logs
              IsLogging: true
      `,
    },
  ],
});
