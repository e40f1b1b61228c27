import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cognito-mfa',
  title: 'User pool asks for no second factor',
  on: 'AWS::Cognito::UserPool',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: {
    cfn_nag: ['F78'],
    guard: ['COGNITO_USER_POOL_MFA_CONFIGURATION_RULE'],
    cdk_nag: ['CognitoUserPoolMFA', 'AwsSolutions-COG2'],
    kics: ['74a18d1a'],
    security_hub: ['Cognito.5'],
  },
  controls: { 'nist-800-53-r5': ['IA-2(1)', 'IA-2(2)'], 'pci-dss-4': ['8.4.2'] },
  why: 'Passwords are reused and phished; a second factor leaves the finder with nothing. OPTIONAL lets users decide; when nothing is said there is none.',
  remedy: 'Set MfaConfiguration to ON (or OPTIONAL) with software tokens.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  check(pool, report) {
    const mfa = pool.get('MfaConfiguration');
    if (!mfa.isNot('ON', 'OPTIONAL')) return;
    const enabled = pool.get('EnabledMfas');
    const tokens = enabled.isAbsent ? [set(enabled, ['SOFTWARE_TOKEN_MFA'])] : [];
    report(mfa, `${pool.logicalId} asks its users for no second factor`, {
      severity: mfa.isAbsent ? 'low' : 'medium',
      peers: mfa.isAbsent
        ? { cdk_nag: ['CognitoUserPoolMFA', 'AwsSolutions-COG2'], kics: ['74a18d1a'], security_hub: ['Cognito.5'] }
        : undefined,
      fixes: () => [
        fix('Let users set up a second factor (authenticator app)', 'behaviour', set(mfa, 'OPTIONAL'), ...tokens),
        fix('Demand a second factor of all users (authenticator app)', 'behaviour', set(mfa, 'ON'), ...tokens),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              MfaConfiguration: 'OFF'
                              # ^^^^^
      `,
      good: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              MfaConfiguration: OPTIONAL
              EnabledMfas:
                - SOFTWARE_TOKEN_MFA
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
              MfaConfiguration: !If [IsProd, 'ON', 'OFF']
                                                 # ^^^^^
      `,
    },
    {
      name: 'users decide',
      silent: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: {MfaConfiguration: OPTIONAL, EnabledMfas: [SOFTWARE_TOKEN_MFA]}
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: {MfaConfiguration: !Ref Given}
      `,
    },
  ],
});
