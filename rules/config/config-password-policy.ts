import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'config-password-policy',
  title: 'Config rule admits weak passwords',
  on: 'AWS::Config::ConfigRule',
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'cis-aws-3': ['1.8', '1.9'], 'nist-800-53-r5': ['IA-5(1)'] },
  why: 'CloudFormation cannot set the account’s password policy, so this rule is what watches it; what it admits is what users will get by with.',
  remedy:
    'Ask for 14 characters of all kinds, 24 passwords before one may return, and a change every 90 days at the latest.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/iam-password-policy.html'],
  check(rule, report) {
    if (!rule.get('Source.SourceIdentifier').is('IAM_PASSWORD_POLICY')) return;
    const parameters = rule.get('InputParameters').embedded();
    for (const { name, isWeak, value } of DEMANDS) {
      const demand = parameters.get(name);
      if (!demand.satisfies(isWeak)) continue;
      report(demand, `${rule.logicalId} admits weak passwords: ${name} is ${describe(demand)}`, {
        fixes: () => [fix(`Set ${name} to ${value}`, 'safe', set(demand, value))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Passwords:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: IAM_PASSWORD_POLICY}
              InputParameters:
                MinimumPasswordLength: '8'
                                     # ^^^
                RequireSymbols: 'false'
                              # ^^^^^^^
                MaxPasswordAge: '90'
      `,
      good: template`
        Resources:
          Passwords:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: IAM_PASSWORD_POLICY}
              InputParameters:
                MinimumPasswordLength: '14'
                RequireSymbols: 'true'
                MaxPasswordAge: '90'
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
          Passwords:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: IAM_PASSWORD_POLICY}
              InputParameters:
                MaxPasswordAge: !If [IsProd, '90', '365']
                                                 # ^^^^^
      `,
    },
    {
      name: 'the length is a parameter without default',
      silent: template`
        Parameters:
          Length: {Type: Number}
        Resources:
          Passwords:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: IAM_PASSWORD_POLICY}
              InputParameters: {MinimumPasswordLength: !Ref Length}
      `,
    },
  ],
});

/** The parameters of the managed rule, and what CIS and PCI DSS ask for. */
const DEMANDS = [
  { name: 'MinimumPasswordLength', isWeak: (text: string) => Number(text) < 14, value: '14' },
  { name: 'PasswordReusePrevention', isWeak: (text: string) => Number(text) < 24, value: '24' },
  { name: 'MaxPasswordAge', isWeak: (text: string) => Number(text) > 90, value: '90' },
  ...['RequireUppercaseCharacters', 'RequireLowercaseCharacters', 'RequireSymbols', 'RequireNumbers'].map((name) => ({
    name,
    isWeak: (text: string) => /^false$/i.test(text),
    value: 'true',
  })),
];
