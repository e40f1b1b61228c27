import { defineRule, fix, grants, remove, type Statement, set, statementsOf, template } from '#kit';

export default defineRule({
  id: 'iam-role-trust-wildcard-action',
  title: 'Trust policy of a role allows more than taking it',
  on: 'AWS::IAM::Role',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    cfn_nag: ['F2', 'W14'],
    guard: ['IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY', 'IAM_ROLE_NO_ALLOW_PLUS_NOT_ACTION_ON_TRUST_POLICY'],
  },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'A star, or a list of exceptions, lets the principals take the role in every way there is, tagging sessions and setting their source identity included, and in those that AWS adds.',
  remedy: 'Name the action: sts:AssumeRole, or the one for web identities or SAML.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html'],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      if (!grants(statement)) continue;
      const action = statement.actions.find((each) => each.satisfies((text) => /^\*+$|^(?:sts|\*):\*+$/i.test(text)));
      const notAction = statement.value.get('NotAction');
      const one = actionFor(statement);
      if (action) {
        report(action, `The trust policy of ${role.logicalId} allows every action (${action.pattern()})`, {
          peers: { cfn_nag: ['F2'], guard: ['IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY'] },
          fixes: () => [
            one ? fix(`Allow ${one} only`, 'behaviour', set(statement.value.get('Action'), one)) : undefined,
          ],
        });
      } else if (notAction.isGiven) {
        report(notAction, `The trust policy of ${role.logicalId} allows every action that NotAction does not list`, {
          peers: { cfn_nag: ['W14'], guard: ['IAM_ROLE_NO_ALLOW_PLUS_NOT_ACTION_ON_TRUST_POLICY'] },
          fixes: () => [
            one
              ? fix(`Allow ${one} only`, 'behaviour', set(statement.value.get('Action'), one), remove(notAction))
              : undefined,
          ],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: {Service: ec2.amazonaws.com}
                    Action: '*'
                          # ^^^
      `,
      good: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: {Service: ec2.amazonaws.com}
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'all but some',
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: {Service: ec2.amazonaws.com}
                    NotAction: sts:TagSession
                             # ^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: {Service: ec2.amazonaws.com}
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: !If [IsDev, 'sts:*', 'sts:AssumeRole']}
                                                                                               # ^^^^^^^
      `,
    },
    {
      name: 'the action is a parameter without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: !Ref Action}
      `,
    },
  ],
});

/** The action with which such principals take a role, where all of them are of one kind. */
function actionFor({ principals }: Statement): string | undefined {
  const kinds = new Set(principals.map(({ kind }) => kind));
  if (kinds.size !== 1) return undefined;
  return kinds.has('AWS') || kinds.has('Service') ? 'sts:AssumeRole' : undefined;
}
