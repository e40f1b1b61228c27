import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-lake-multi-region',
  title: 'Event data store records one region only',
  on: 'AWS::CloudTrail::EventDataStore',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'] },
  why: 'Whoever breaks in works where nobody looks: in a region that you do not use and the store does not record. All regions are the default.',
  remedy: 'Set MultiRegionEnabled to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html'],
  check(store, report) {
    const regions = store.get('MultiRegionEnabled');
    if (!regions.is(false)) return;
    report(regions, `${store.logicalId} records one region only`, {
      fixes: [fix('Record all regions', 'cost', set(regions, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              MultiRegionEnabled: false
                                # ^^^^^
      `,
      good: template`
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              MultiRegionEnabled: true
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              MultiRegionEnabled: !If [IsProd, true, false]
                                                   # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              MultiRegionEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              MultiRegionEnabled: !Ref Choice
      `,
    },
  ],
});
