import { append, defineRule, type Fix, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'cloudtrail-management-events',
  title: 'Trail leaves management events out',
  on: 'AWS::CloudTrail::Trail',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'cis-aws-3': ['3.1'] },
  why: 'Management events tell who made, changed or deleted what, and who only looked around, which is what an intruder does first. A trail records them, reads and writes, unless its selectors say otherwise.',
  remedy: 'Record management events, reads and writes, in one trail of the account at least.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  ],
  check(trail, report) {
    const trails = trail.template.resources(trail.type);
    // A trail for data events stands beside one for management events.
    if (trails.some((other) => !gapOf(other))) return;
    const gap = gapOf(trail);
    if (gap) report(gap.at, `${trail.logicalId} ${gap.message}`, { fixes: [gap.fix] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail
              EventSelectors:
                - IncludeManagementEvents: false
                                         # ^^^^^
                  DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]
      `,
      good: template`
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail
              EventSelectors:
                - IncludeManagementEvents: true
                  DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]
      `,
    },
    {
      bad: template`
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail
              AdvancedEventSelectors:
            # ^^^^^^^^^^^^^^^^^^^^^^
                - FieldSelectors:
                    - Field: eventCategory
                      Equals: [Data]
      `,
      good: template`
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail
              AdvancedEventSelectors:
                - FieldSelectors:
                    - Field: eventCategory
                      Equals: [Data]
                - Name: Management events
                  FieldSelectors:
                    - Field: eventCategory
                      Equals:
                        - Management
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
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail
              EventSelectors:
                - ReadWriteType: !If [IsProd, All, WriteOnly]
                                                 # ^^^^^^^^^
      `,
    },
    {
      name: 'another trail records them',
      silent: template`
        Resources:
          Data:
            Type: AWS::CloudTrail::Trail
            Properties: {IsLogging: true, S3BucketName: trail, EventSelectors: [{IncludeManagementEvents: false}]}
          Management:
            Type: AWS::CloudTrail::Trail
            Properties: {IsLogging: true, S3BucketName: trail}
      `,
    },
    {
      name: 'reads in one selector and writes in another, or a parameter decides',
      silent: template`
        Parameters:
          Kind: {Type: String}
        Resources:
          Both:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: trail
              EventSelectors: [{ReadWriteType: ReadOnly}, {ReadWriteType: WriteOnly}]
          Chosen:
            Type: AWS::CloudTrail::Trail
            Properties: {IsLogging: true, S3BucketName: trail, EventSelectors: [{ReadWriteType: !Ref Kind}]}
      `,
    },
  ],
});

interface Gap {
  readonly at: Value;
  readonly message: string;
  readonly fix: Fix | undefined;
}

/** What a trail certainly leaves out. */
function gapOf(trail: ResourceView): Gap | undefined {
  const advanced = trail.get('AdvancedEventSelectors');
  if (!advanced.isAbsent) return gapOfAdvanced(advanced);
  const selectors = trail.get('EventSelectors');
  const [first] = selectors.items();
  if (!first || selectors.isOpen) return undefined;
  const management = selectors.items().filter((each) => !each.get('IncludeManagementEvents').is(false));
  const [include] = management;
  if (!include) {
    const at = first.get('IncludeManagementEvents');
    return { at, message: 'records no management events', fix: fix('Record management events', 'cost', set(at, true)) };
  }
  const half = ['ReadOnly', 'WriteOnly'].find((kind) => management.every((each) => each.get('ReadWriteType').is(kind)));
  const at = include.get('ReadWriteType');
  const message = `records only ${half === 'ReadOnly' ? 'reads' : 'writes'} of management events`;
  return half === undefined ? undefined : { at, message, fix: fix('Record reads and writes', 'cost', set(at, 'All')) };
}

function gapOfAdvanced(selectors: Value): Gap | undefined {
  if (selectors.isUnknown || selectors.isOpen || !selectors.items().every(isOtherCategory)) return undefined;
  const management = {
    Name: 'Management events',
    FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
  };
  const repair = fix('Record management events', 'cost', append(selectors, management));
  return { at: selectors, message: 'records no management events', fix: repair };
}

function isOtherCategory(selector: Value): boolean {
  const category = selector
    .get('FieldSelectors')
    .items()
    .find((each) => each.get('Field').is('eventCategory'))
    ?.get('Equals');
  return category !== undefined && !category.isOpen && category.items().every((each) => each.isNot('Management'));
}
