import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-lake-termination-protection',
  title: 'Event data store can be deleted at once',
  on: 'AWS::CloudTrail::EventDataStore',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-9', 'AU-11'] },
  why: 'The store holds what an intruder wants gone. Protected, which is the default, it takes a second step, and one that is seen, to delete it.',
  remedy: 'Set TerminationProtectionEnabled to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-eds-termination-protection.html'],
  check(store, report) {
    const protection = store.get('TerminationProtectionEnabled');
    if (!protection.is(false)) return;
    report(protection, `${store.logicalId} can be deleted at once`, {
      fixes: [fix('Protect it from deletion', 'safe', set(protection, true))],
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
              TerminationProtectionEnabled: false
                                          # ^^^^^
      `,
      good: template`
        Resources:
          Store:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: events
              TerminationProtectionEnabled: true
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
              TerminationProtectionEnabled: !If [IsProd, true, false]
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
              TerminationProtectionEnabled: !If [IsProd, true, true]
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
              TerminationProtectionEnabled: !Ref Choice
      `,
    },
  ],
});
