import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'athena-workgroup-enforce',
  title: 'Athena workgroup lets clients override where and how results are stored',
  on: 'AWS::Athena::WorkGroup',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_82'], trivy: ['AWS-0007'] },
  controls: { 'nist-800-53-r5': ['CM-6', 'SC-28'] },
  why: 'Each client may then write its results to another bucket and without the encryption that the workgroup sets. AWS documents no default for a workgroup that does not say, so that weighs less.',
  remedy: 'Set EnforceWorkGroupConfiguration to true.',
  references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  check(group, report) {
    const configuration = group.get('WorkGroupConfiguration');
    const enforced = configuration.get('EnforceWorkGroupConfiguration');
    const fixes = [fix('Override the settings of clients', 'behaviour', set(enforced, true))];
    if (enforced.is(false)) {
      report(enforced, `${group.logicalId} lets clients override where and how results are stored`, { fixes });
    } else if (enforced.isAbsent && configuration.get('ResultConfiguration').isGiven) {
      report(
        enforced,
        `${group.logicalId} does not say whether clients may override where and how results are stored`,
        {
          severity: 'low',
          fixes,
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                EnforceWorkGroupConfiguration: false
                                             # ^^^^^
      `,
      good: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                EnforceWorkGroupConfiguration: true
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
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
                EnforceWorkGroupConfiguration: !If [IsProd, true, false]
                                                                # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
                EnforceWorkGroupConfiguration: !If [IsProd, true, true]
      `,
    },
    {
      name: 'settings that may not hold',
      bad: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^
                ResultConfiguration:
                  OutputLocation: s3://results/
      `,
      good: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
                ResultConfiguration:
                  OutputLocation: s3://results/
                EnforceWorkGroupConfiguration: true
      `,
    },
    {
      name: 'no settings to override, and a parameter without default decides',
      silent: template`
        Parameters:
          Enforced: {Type: String}
        Resources:
          Default:
            Type: AWS::Athena::WorkGroup
            Properties: {Name: default}
          Chosen:
            Type: AWS::Athena::WorkGroup
            Properties: {WorkGroupConfiguration: {EnforceWorkGroupConfiguration: !Ref Enforced}}
      `,
    },
  ],
});
