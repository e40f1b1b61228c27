import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'securityhub-policy-off',
  title: 'Configuration policy switches Security Hub off',
  on: 'AWS::SecurityHub::ConfigurationPolicy',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['CA-7', 'SI-4'] },
  why: 'In every account and unit that the policy is associated with Security Hub is off, and nobody there can turn it on.',
  remedy: 'Set ServiceEnabled to true, and name the standards that count.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/create-associate-policy.html'],
  check(policy, report) {
    const enabled = policy.get('ConfigurationPolicy.SecurityHub.ServiceEnabled');
    if (!enabled.is(false)) return;
    report(enabled, `${policy.logicalId} switches Security Hub off wherever it applies`, {
      fixes: [fix('Switch Security Hub on', 'cost', set(enabled, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Policy:
            Type: AWS::SecurityHub::ConfigurationPolicy
            Properties:
              Name: accounts
              ConfigurationPolicy:
                SecurityHub:
                  ServiceEnabled: false
                                # ^^^^^
      `,
      good: template`
        Resources:
          Policy:
            Type: AWS::SecurityHub::ConfigurationPolicy
            Properties:
              Name: accounts
              ConfigurationPolicy:
                SecurityHub:
                  ServiceEnabled: true
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
          Policy:
            Type: AWS::SecurityHub::ConfigurationPolicy
            Properties:
              Name: accounts
              ConfigurationPolicy:
                SecurityHub:
                  ServiceEnabled: !If [IsProd, true, false]
                                                   # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Policy:
            Type: AWS::SecurityHub::ConfigurationPolicy
            Properties:
              Name: accounts
              ConfigurationPolicy:
                SecurityHub:
                  ServiceEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Policy:
            Type: AWS::SecurityHub::ConfigurationPolicy
            Properties:
              Name: accounts
              ConfigurationPolicy:
                SecurityHub:
                  ServiceEnabled: !Ref Choice
      `,
    },
  ],
});
