import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cognito-password-policy',
  title: 'User pool admits weak passwords',
  on: 'AWS::Cognito::UserPool',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: { cdk_nag: ['CognitoUserPoolStrongPasswordPolicy', 'AwsSolutions-COG1'], security_hub: ['Cognito.3'] },
  controls: { 'nist-800-53-r5': ['IA-5(1)'], 'pci-dss-4': ['8.3.6'] },
  why: 'Short passwords are guessed. A pool without a policy demands eight characters of all kinds, but one with a policy demands only what the policy says.',
  remedy: 'Demand at least eight characters, better twelve, of all kinds.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  check(pool, report) {
    const policy = pool.get('Policies.PasswordPolicy');
    if (!policy.isMap || policy.isOpen) return;
    const length = policy.get('MinimumLength');
    const kinds = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'].map((name) =>
      policy.get(name),
    );
    const isShort = length.satisfies((text) => Number(text) < 8);
    const missing = kinds.filter((kind) => kind.isNot(true));
    // Length is worth more than kinds of characters.
    const isLong = length.satisfies((text) => Number(text) >= 14);
    if (!isShort && (missing.length === 0 || isLong)) return;
    const what = isShort ? `passwords of ${length.pattern()} characters` : 'passwords of few kinds of characters';
    const enough = isShort ? [set(length, 12)] : [];
    report(isShort ? length : policy, `${pool.logicalId} admits ${what}`, {
      fixes: () => [
        fix(
          'Demand characters of all kinds, and enough of them',
          'behaviour',
          ...enough,
          ...missing.map((kind) => set(kind, true)),
        ),
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
              Policies:
                PasswordPolicy:
                  MinimumLength: 6
                               # ^
                  RequireLowercase: true
      `,
      good: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              Policies:
                PasswordPolicy:
                  MinimumLength: 12
                  RequireLowercase: true
                  RequireUppercase: true
                  RequireNumbers: true
                  RequireSymbols: true
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
              Policies:
                PasswordPolicy:
              # ^^^^^^^^^^^^^^
                  MinimumLength: 8
                  RequireLowercase: true
                  RequireUppercase: true
                  RequireNumbers: true
                  RequireSymbols: !If [IsProd, true, false]
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              Policies:
                PasswordPolicy:
                  MinimumLength: 8
                  RequireLowercase: true
                  RequireUppercase: true
                  RequireNumbers: true
                  RequireSymbols: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the default demands eight characters of all kinds',
      silent: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: {UserPoolName: users}
      `,
    },
    {
      name: 'the length is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: {Policies: {PasswordPolicy: {MinimumLength: !Ref Given, RequireLowercase: !Ref Given, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true}}}
      `,
    },
  ],
});
