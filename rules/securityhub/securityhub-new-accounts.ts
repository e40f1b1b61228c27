import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'securityhub-new-accounts',
  title: 'Security Hub leaves new accounts unchecked',
  on: 'AWS::SecurityHub::OrganizationConfiguration',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['CA-7', 'SI-4'] },
  why: 'An account that joins the organization is checked by nobody until somebody thinks of it. Under central configuration the policies decide instead.',
  remedy: 'Set AutoEnable to true and AutoEnableStandards to DEFAULT, or use central configuration.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/accounts-orgs-auto-enable.html'],
  check(organization, report) {
    if (!organization.get('ConfigurationType').isNot('CENTRAL')) return;
    const enable = organization.get('AutoEnable');
    const standards = organization.get('AutoEnableStandards');
    const off = [enable].find((value) => value.is(false)) ?? [standards].find((value) => value.is('NONE'));
    if (!off) return;
    report(off, `${organization.logicalId} leaves accounts unchecked that join the organization`, {
      fixes: [
        fix(
          'Check new accounts from the start',
          'cost',
          ...(enable.is(false) ? [set(enable, true)] : []),
          ...(standards.is('NONE') ? [set(standards, 'DEFAULT')] : []),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Accounts:
            Type: AWS::SecurityHub::OrganizationConfiguration
            Properties:
              AutoEnable: false
                        # ^^^^^
              AutoEnableStandards: NONE
      `,
      good: template`
        Resources:
          Accounts:
            Type: AWS::SecurityHub::OrganizationConfiguration
            Properties:
              AutoEnable: true
              AutoEnableStandards: DEFAULT
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
          Accounts:
            Type: AWS::SecurityHub::OrganizationConfiguration
            Properties:
              AutoEnable: true
              AutoEnableStandards: !If [IsProd, DEFAULT, NONE]
                                                       # ^^^^
      `,
    },
    {
      name: 'policies decide, or a parameter does',
      silent: template`
        Parameters:
          Enable: {Type: String}
        Resources:
          Central:
            Type: AWS::SecurityHub::OrganizationConfiguration
            Properties: {AutoEnable: false, AutoEnableStandards: NONE, ConfigurationType: CENTRAL}
          Local:
            Type: AWS::SecurityHub::OrganizationConfiguration
            Properties: {AutoEnable: !Ref Enable}
      `,
    },
  ],
});
