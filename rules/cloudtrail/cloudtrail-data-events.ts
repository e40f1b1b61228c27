import { append, defineRule, type Fragment, fix, type Peers, template, type Value } from '#kit';

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
    if ([selectors, advanced].some((each) => each.isUnknown || each.isOpen)) return;
    const missing = advanced.isAbsent ? ACCESSES.filter((access) => !mayRecord(selectors, access)) : ACCESSES;
    if (missing.length === 0 || advanced.items().some(mayRecordByFields)) return;
    const names = missing.map(({ name }) => name).join(' and ');
    report(advanced.isAbsent ? selectors : advanced, `${trail.logicalId} does not record ${names} of S3 objects`, {
      peers: missing.length === 1 ? missing[0]?.peers : undefined,
      fixes: () => [
        fix(
          'Record reads and writes of all S3 objects',
          'cost',
          advanced.isAbsent ? append(selectors, ALL) : append(advanced, ALL_BY_FIELDS),
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
      name: 'advanced selectors of management events',
      bad: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              AdvancedEventSelectors:
            # ^^^^^^^^^^^^^^^^^^^^^^
                - FieldSelectors:
                    - Field: eventCategory
                      Equals: [Management]
              IsLogging: true
              S3BucketName: audit-logs
      `,
      good: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              AdvancedEventSelectors:
                - FieldSelectors:
                    - Field: eventCategory
                      Equals: [Management]
                - FieldSelectors:
                    - Field: eventCategory
                      Equals:
                        - Data
                    - Field: resources.type
                      Equals:
                        - AWS::S3::Object
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'reads and writes by two selectors',
      silent: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              EventSelectors:
                - {ReadWriteType: ReadOnly, DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]}
                - {ReadWriteType: WriteOnly, DataResources: [{Type: 'AWS::S3::Object', Values: ['arn:aws:s3']}]}
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

interface Access {
  readonly name: string;
  /** The ReadWriteType of selectors for this kind of access alone. */
  readonly type: string;
  readonly peers: Peers;
}

const ACCESSES: readonly Access[] = [
  { name: 'reads', type: 'ReadOnly', peers: { trivy: ['AWS-0172'], security_hub: ['S3.23'] } },
  { name: 'writes', type: 'WriteOnly', peers: { trivy: ['AWS-0171'], security_hub: ['S3.22'] } },
];

const ALL: Fragment = {
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [{ Type: 'AWS::S3::Object', Values: [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3' }] }],
};

const ALL_BY_FIELDS: Fragment = {
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
  ],
};

function mayRecord(selectors: Value, { type }: Access): boolean {
  return selectors.items().some((selector) => {
    const resources = selector.get('DataResources');
    if (resources.isUnknown || resources.isOpen) return true;
    const access = selector.get('ReadWriteType');
    if (!access.isAbsent && access.isNot('All', type)) return false;
    return resources.items().some((resource) => !resource.get('Type').isNot('AWS::S3::Object'));
  });
}

/** Whether an advanced selector does not leave out what is done to objects. */
function mayRecordByFields(selector: Value): boolean {
  const fields = selector.get('FieldSelectors');
  if (fields.isUnknown || fields.isOpen) return true;
  const leavesOut = (name: string, wanted: string) =>
    fields.items().some((field) => {
      const equal = field.get('Equals').items();
      return field.get('Field').is(name) && equal.length > 0 && equal.every((each) => each.isNot(wanted));
    });
  return !leavesOut('eventCategory', 'Data') && !leavesOut('resources.type', 'AWS::S3::Object');
}
