import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'config-access-key-age',
  title: 'Config rule admits access keys older than 90 days',
  on: 'AWS::Config::ConfigRule',
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: { kics: ['800fa019'] },
  controls: { 'nist-800-53-r5': ['IA-5(1)'], 'cis-aws-3': ['1.14'] },
  why: 'The rule is there to find keys that nobody changes; a longer limit lets a leaked one work for longer.',
  remedy: 'Set maxAccessKeyAge to 90 or fewer.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/access-keys-rotated.html'],
  check(rule, report) {
    if (!rule.get('Source.SourceIdentifier').is('ACCESS_KEYS_ROTATED')) return;
    const age = rule.get('InputParameters.maxAccessKeyAge');
    if (!age.satisfies((text) => Number(text) > 90)) return;
    report(age, `${rule.logicalId} admits access keys of ${describe(age)} days`, {
      fixes: () => [fix('Admit keys of 90 days', 'safe', set(age, '90'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
              InputParameters:
                maxAccessKeyAge: '180'
                               # ^^^^^
      `,
      good: template`
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
              InputParameters:
                maxAccessKeyAge: '90'
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
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
              InputParameters:
                maxAccessKeyAge: !If [IsProd, '90', '365']
                                                  # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
              InputParameters:
                maxAccessKeyAge: !If [IsProd, '90', '90']
      `,
    },
    {
      name: 'the age is a parameter without default',
      silent: template`
        Parameters:
          Age: {Type: Number}
        Resources:
          Keys:
            Type: AWS::Config::ConfigRule
            Properties:
              Source: {Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED}
              InputParameters: {maxAccessKeyAge: !Ref Age}
      `,
    },
  ],
});
