import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cognito-unauthenticated-identities',
  title: 'Identity pool gives credentials to everyone',
  on: 'AWS::Cognito::IdentityPool',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_366'],
    cfn_nag: ['W57'],
    guard: ['COGNITO_ALLOW_UNAUTHENTICATED_IDENTITIES_RULE'],
    cdk_nag: ['CognitoUserPoolNoUnauthenticatedLogins', 'AwsSolutions-COG7'],
    security_hub: ['Cognito.2'],
  },
  controls: { 'aws-fsbp': ['Cognito.2'], 'nist-800-53-r5': ['AC-3', 'IA-2'] },
  why: 'Whoever knows the id of the pool, which every copy of the app holds, gets AWS credentials without signing in, with whatever the role for guests may do.',
  remedy: 'Set AllowUnauthenticatedIdentities to false.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
  check(pool, report) {
    const allow = pool.get('AllowUnauthenticatedIdentities');
    // It has to be said either way.
    const isUnsaid = allow.isAbsent;
    if (!allow.is(true) && !isUnsaid) return;
    report(
      allow,
      `${pool.logicalId} ${isUnsaid ? 'does not say that users have to sign in' : 'gives AWS credentials to guests who have not signed in'}`,
      {
        ...(isUnsaid ? { severity: 'low' } : {}),
        fixes: () => [fix('Demand that users sign in', 'behaviour', set(allow, false))],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: true
                                            # ^^^^
      `,
      good: template`
        Resources:
          App:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
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
          App:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: !If [IsProd, false, true]
                                                                # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: !If [IsProd, false, false]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          App:
            Type: AWS::Cognito::IdentityPool
            Properties: {AllowUnauthenticatedIdentities: !Ref Given}
      `,
    },
    {
      name: 'it has to be said',
      bad: template`
        Resources:
          App:
        # ^^^
            Type: AWS::Cognito::IdentityPool
            Properties:
              IdentityPoolName: app
      `,
      good: template`
        Resources:
          App:
            Type: AWS::Cognito::IdentityPool
            Properties:
              IdentityPoolName: app
              AllowUnauthenticatedIdentities: false
      `,
    },
  ],
});
