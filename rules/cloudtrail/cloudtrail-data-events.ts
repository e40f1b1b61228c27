import { append, defineRule, fix, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-data-events',
  title: 'Trail records no access to S3 objects',
  on: 'AWS::CloudTrail::Trail',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    guard: ['CLOUDTRAIL_S3_DATAEVENTS_ENABLED'],
    trivy: ['AWS-0171', 'AWS-0172'],
    security_hub: ['S3.22', 'S3.23'],
  },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'cis-aws-3': ['3.8', '3.9'] },
  why: 'Management events tell who changed a bucket, not who read or deleted its objects. Data events cost by their number, so record them for the buckets that matter.',
  remedy: 'Add an event selector for AWS::S3::Object.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'],
  check(trail, report) {
    const selectors = trail.get('EventSelectors');
    const advanced = trail.get('AdvancedEventSelectors');
    // Advanced selectors are conditions on the events, which are not read here.
    if (!advanced.isAbsent || selectors.isUnknown || selectors.isOpen) return;
    const isRecorded = selectors.items().some((selector) => {
      const resources = selector.get('DataResources');
      if (resources.isUnknown || resources.isOpen) return true;
      const isAll = !selector.get('ReadWriteType').isNot('All') || selector.get('ReadWriteType').isAbsent;
      return isAll && resources.items().some((resource) => !resource.get('Type').isNot('AWS::S3::Object'));
    });
    if (isRecorded) return;
    const all = {
      ReadWriteType: 'All',
      IncludeManagementEvents: true,
      DataResources: [{ Type: 'AWS::S3::Object', Values: [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3' }] }],
    };
    report(selectors, `${trail.logicalId} does not record reads and writes of S3 objects`, {
      fixes: () => [fix('Record reads and writes of all S3 objects', 'cost', append(selectors, all))],
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
              EventSelectors:
                - ReadWriteType: All
                  IncludeManagementEvents: true
                  DataResources:
                    - Type: AWS::S3::Object
                      Values:
                        - !Sub 'arn:\${AWS::Partition}:s3'
      `,
    },
    {
      name: 'writes only, in development',
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
              EventSelectors:
            # ^^^^^^^^^^^^^^
                - ReadWriteType: !If [IsProd, All, WriteOnly]
                  DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'advanced selectors',
      silent: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              AdvancedEventSelectors: [{FieldSelectors: [{Field: eventCategory, Equals: [Data]}]}]
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the type is a parameter without default',
      silent: template`
        Parameters:
          Type: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              EventSelectors: [{DataResources: [{Type: !Ref Type, Values: ['arn:aws:s3']}]}]
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});
