import {
  addParameter,
  customerClaims,
  defineRule,
  type Fix,
  fix,
  grants,
  type ResourceView,
  type SharedIssuer,
  type Statement,
  set,
  sharedIssuerOf,
  statementsOf,
  template,
  type Value,
} from '#kit';

const GITHUB = 'token.actions.githubusercontent.com';
const COGNITO = 'cognito-identity.amazonaws.com';

export default defineRule({
  id: 'iam-role-trust-federated',
  title: 'IAM role can be assumed by anyone who signs in elsewhere',
  on: 'AWS::IAM::Role',
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'IA-8'] },
  why: 'GitHub, GitLab, Google and Cognito issue tokens for everyone under one address, and only the conditions of the trust policy tell yours from those of strangers. The audience is the same for all repositories; the subject is not.',
  remedy:
    'Compare the sub key of the provider with your repository, or the aud key with your identity pool or application.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
  ],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      if (!grants(statement) || statement.condition.isUnknown || statement.condition.isOpen) continue;
      for (const { kind, value } of statement.principals) {
        const issuer = kind === 'Federated' ? sharedIssuerOf(value) : undefined;
        if (!issuer) continue;
        const asked = customerClaims(statement.condition, issuer);
        if (asked.some((comparison) => !isForAll(comparison))) continue;
        report(asked[0]?.items()[0] ?? value, `${role.logicalId} can be assumed by ${issuer.who}`, {
          fixes: () => [narrow(role, statement, issuer)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Federated: !Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com'
                               # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals:
                        token.actions.githubusercontent.com:aud: sts.amazonaws.com
      `,
      good: template`
        Parameters:
          GitHubRepository:
            Type: String
            Description: The repository whose workflows may assume the role, as owner/name
            AllowedPattern: '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$'
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Federated: !Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com'
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals:
                        token.actions.githubusercontent.com:aud: sts.amazonaws.com
                      StringLike:
                        token.actions.githubusercontent.com:sub: !Sub 'repo:\${GitHubRepository}:*'
      `,
    },
    {
      name: 'a role for signed-in users of an app, open to every identity pool of AWS',
      bad: template`
        Resources:
          Users:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
          SignedIn:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Federated: cognito-identity.amazonaws.com
                               # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      ForAnyValue:StringLike:
                        cognito-identity.amazonaws.com:amr: authenticated
      `,
      good: template`
        Resources:
          Users:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
          SignedIn:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Federated: cognito-identity.amazonaws.com
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      ForAnyValue:StringLike:
                        cognito-identity.amazonaws.com:amr: authenticated
                      StringEquals:
                        cognito-identity.amazonaws.com:aud: !Ref Users
      `,
    },
    {
      name: 'any repository, outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          GitHub:
            Type: AWS::IAM::OIDCProvider
            Properties:
              Url: https://token.actions.githubusercontent.com
              ClientIdList: [sts.amazonaws.com]
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Federated: !Ref GitHub}
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringLike:
                        token.actions.githubusercontent.com:sub: !If [IsProd, 'repo:acme/shop:*', 'repo:*']
                                                                                                # ^^^^^^^^
      `,
    },
    {
      name: 'a provider of one cluster issues tokens for its own workloads',
      silent: template`
        Resources:
          Pod:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Federated: arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC
                    Action: sts:AssumeRoleWithWebIdentity
      `,
    },
    {
      name: 'a repository without default is unknown',
      silent: template`
        Parameters:
          Subject:
            Type: String
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringLike:
                        token.actions.githubusercontent.com:sub: !Ref Subject
      `,
    },
  ],
});

/** Whether a comparison certainly holds whoever asks: an asterisk, or any repository. */
function isForAll(comparison: Value): boolean {
  return comparison.items().some((value) => value.satisfies((text) => /^(?:[a-z_]+:)?[*/:]+$/.test(text)));
}

function narrow(role: ResourceView, { condition }: Statement, { host }: SharedIssuer): Fix | undefined {
  const key = (claim: string) => `${host}:${claim}`.replaceAll('.', '\\.');
  if (host === GITHUB) {
    return fix(
      'Trust the workflows of one repository, which a parameter names',
      'behaviour',
      set(condition.get('StringLike').get(key('sub')), { 'Fn::Sub': 'repo:${GitHubRepository}:*' }),
      addParameter('GitHubRepository', {
        Type: 'String',
        Description: 'The repository whose workflows may assume the role, as owner/name',
        AllowedPattern: '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$',
      }),
    );
  }
  const pools = host === COGNITO ? role.template.declared('AWS::Cognito::IdentityPool') : [];
  const [pool] = pools;
  if (!pool || pools.length > 1 || !pool.attribute('Condition').isAbsent) return undefined;
  return fix(
    `Trust the users of ${pool.logicalId} only`,
    'behaviour',
    set(condition.get('StringEquals').get(key('aud')), { Ref: pool.logicalId }),
  );
}
