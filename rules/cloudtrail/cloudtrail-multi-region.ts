import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-multi-region',
  title: 'Trail records one region only',
  on: 'AWS::CloudTrail::Trail',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_67'],
    guard: ['MULTI_REGION_CLOUD_TRAIL_ENABLED'],
    trivy: ['AWS-0014'],
    kics: ['058ac855'],
    security_hub: ['CloudTrail.1'],
  },
  controls: {
    'aws-fsbp': ['CloudTrail.1'],
    'nist-800-53-r5': ['AU-2', 'AU-12'],
    'cis-aws-3': ['3.1'],
    'pci-dss-4': ['10.2.1'],
  },
  why: 'Whoever breaks in works where nobody looks: in a region that you do not use and the trail does not record.',
  remedy: 'Set IsMultiRegionTrail and IncludeGlobalServiceEvents to true.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-multi-region-trails.html'],
  check(trail, report) {
    const regions = trail.get('IsMultiRegionTrail');
    const global = trail.get('IncludeGlobalServiceEvents');
    if (!regions.isNot(true)) return;
    // A trail of all regions has to include the global services.
    const includeGlobal = global.is(false) ? [set(global, true)] : [];
    report(regions, `${trail.logicalId} records one region only`, {
      fixes: () => [fix('Record all regions', 'cost', set(regions, true), ...includeGlobal)],
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
              IsMultiRegionTrail: true
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
              IsMultiRegionTrail: !If [IsProd, true, false]
                                                   # ^^^^^
              IncludeGlobalServiceEvents: false
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
              IsMultiRegionTrail: !If [IsProd, true, true]
              IncludeGlobalServiceEvents: true
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          All: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsMultiRegionTrail: !Ref All
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});
