import {
  anyResource,
  defineRule,
  grants,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  kindsBeside,
  removeStatement,
  type Statement,
  statementsOf,
  template,
  type Value,
} from '#kit';

const PEERS = { cfn_nag: ['W15', 'W16', 'W17'], guard: ['IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION'] };

export default defineRule({
  id: 'iam-policy-not-action',
  title: 'IAM policy allows all actions but some',
  on: IDENTITY_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_110', 'CKV_AWS_111'],
    ...PEERS,
  },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'NotAction with Allow grants everything that is not listed, in every service, and whatever AWS adds later.',
  remedy: 'List the actions that are needed in Action; to forbid some, deny them in a statement of their own.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      for (const statement of statementsOf(policy.document)) {
        const notAction = statement.value.get('NotAction');
        if (!grants(statement) || !notAction.isGiven) continue;
        report(notAction, `${identity.logicalId} allows every action that NotAction does not list`, {
          severity: anyResource(statement) ? 'high' : 'medium',
          peers: { checkov: leftOpen(statement, notAction), ...PEERS },
          fixes: () => [removeStatement(policy, statement)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iam:GetUser
                    Resource: '*'
                  - Effect: Allow
                    NotAction: iam:*
                             # ^^^^^
                    Resource: '*'
      `,
      good: template`
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iam:GetUser
                    Resource: '*'
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
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: !If [IsDev, Allow, Deny], NotAction: ['iam:*', 'sts:*'], Resource: '*'}
                                                     # ^^^^^^^^^
      `,
    },
    {
      name: 'a denial of all but some',
      silent: template`
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, NotAction: 'iam:*', Resource: '*'}
      `,
    },
    {
      name: 'the effect is a parameter without default',
      silent: template`
        Parameters:
          Effect: {Type: String}
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: !Ref Effect, NotAction: 'iam:*', Resource: '*'}
      `,
    },
  ],
});

/** The checks on what may be done to every resource that the actions which are not listed fail. */
function leftOpen(statement: Statement, notAction: Value): readonly string[] {
  if (!anyResource(statement) || !statement.condition.isAbsent || notAction.isOpen) return [];
  const kinds = kindsBeside(notAction.items());
  const isGrave = kinds.includes('permissions');
  return [
    ...(kinds.includes('credentials') ? ['CKV_AWS_107'] : []),
    ...(kinds.includes('secrets') || kinds.includes('data') ? ['CKV_AWS_108'] : []),
    ...(isGrave ? ['CKV_AWS_109', 'CKV_AWS_111'] : []),
    ...(isGrave && kinds.includes('credentials') ? ['CKV_AWS_110'] : []),
  ];
}
