import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-lake-ingestion',
  title: 'Event data store takes no events',
  on: 'AWS::CloudTrail::EventDataStore',
  severity: 'high',
  category: 'logging',
  profile: 'essential',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'] },
  why: 'A store that ingests nothing records nothing, though the account seems to have one.',
  remedy: 'Set IngestionEnabled to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-eds-stop-ingestion.html'],
  check(store, report) {
    const ingestion = store.get('IngestionEnabled');
    if (!ingestion.is(false)) return;
    report(ingestion, `${store.logicalId} takes no events`, {
      fixes: [fix('Take events', 'cost', set(ingestion, true))],
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
              IngestionEnabled: false
                              # ^^^^^
      `,
      good: template`
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              IngestionEnabled: true
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
              IngestionEnabled: !If [IsProd, true, false]
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
              IngestionEnabled: !If [IsProd, true, true]
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
              IngestionEnabled: !Ref Choice
      `,
    },
  ],
});
