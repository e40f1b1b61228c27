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
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/create-associate-policy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-securityhub-configurationpolicy-securityhubpolicy.html',
  ],
  check(policy, report) {
    const enabled = policy.get('ConfigurationPolicy.SecurityHub.ServiceEnabled');
    if (!enabled.is(false)) return;
    const hub = policy.get('ConfigurationPolicy.SecurityHub');
    const standards = hub.get('EnabledStandardIdentifiers');
    const controls = hub.get('SecurityControlsConfiguration');
    // A policy that switches the service on must say which standards and controls.
    const added = [
      ...(standards.isAbsent ? [set(standards, [{ 'Fn::Sub': BEST_PRACTICES }])] : []),
      ...(controls.isAbsent ? [set(controls, { DisabledSecurityControlIdentifiers: [] })] : []),
    ];
    const title = standards.isAbsent
      ? 'Switch Security Hub on, with the Foundational Security Best Practices'
      : 'Switch Security Hub on';
    report(enabled, `${policy.logicalId} switches Security Hub off wherever it applies`, {
      fixes: [fix(title, 'cost', set(enabled, true), ...added)],
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
                  EnabledStandardIdentifiers:
                    - !Sub 'arn:\${AWS::Partition}:securityhub:\${AWS::Region}::standards/aws-foundational-security-best-practices/v/1.0.0'
                  SecurityControlsConfiguration:
                    DisabledSecurityControlIdentifiers: []
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
                  EnabledStandardIdentifiers: ['arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0']
                  SecurityControlsConfiguration: {DisabledSecurityControlIdentifiers: [CloudTrail.2]}
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
                  EnabledStandardIdentifiers: ['arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0']
                  SecurityControlsConfiguration: {DisabledSecurityControlIdentifiers: [CloudTrail.2]}
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

const BEST_PRACTICES =
  'arn:${AWS::Partition}:securityhub:${AWS::Region}::standards/aws-foundational-security-best-practices/v/1.0.0';
