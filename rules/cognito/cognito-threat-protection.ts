import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cognito-threat-protection',
  title: 'User pool does not look for stolen passwords',
  on: 'AWS::Cognito::UserPool',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: { cdk_nag: ['CognitoUserPoolPlusTier', 'AwsSolutions-COG8'], security_hub: ['Cognito.1', 'Cognito.4'] },
  controls: { 'nist-800-53-r5': ['SI-4'] },
  why: 'Threat protection turns away passwords known from leaks and sign-ins that look stolen. It takes the Plus tier, billed by the user.',
  remedy: 'Set UserPoolTier to PLUS and AdvancedSecurityMode to ENFORCED.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  ],
  check(pool, report) {
    const mode = pool.get('UserPoolAddOns.AdvancedSecurityMode');
    const tier = pool.get('UserPoolTier');
    if (!mode.isNot('ENFORCED')) return;
    report(mode, `${pool.logicalId} does not look for stolen passwords`, {
      fixes: () => [
        fix(
          'Turn away stolen passwords (Plus tier)',
          'cost',
          set(mode, 'ENFORCED'),
          ...(tier.isNot('PLUS') ? [set(tier, 'PLUS')] : []),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Users:
        # ^^^^^
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: users
      `,
      good: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: users
              UserPoolAddOns:
                AdvancedSecurityMode: ENFORCED
              UserPoolTier: PLUS
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
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolAddOns: !If [IsProd, {AdvancedSecurityMode: ENFORCED}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the mode is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: {UserPoolAddOns: {AdvancedSecurityMode: !Ref Given}}
      `,
    },
  ],
});
