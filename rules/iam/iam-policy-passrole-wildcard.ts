import {
  anyResource,
  coversAction,
  defineRule,
  everyAction,
  fix,
  grants,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  isDenied,
  type Peers,
  removeStatement,
  type Statement,
  set,
  statementsOf,
  template,
  type Value,
  withServerlessPeers,
} from '#kit';

/** The checks that every role by its ARN, `role/*`, answers. */
const ROLES_PEERS = { trivy: ['AWS-0342', 'AWS-0057'], cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'] };
const STAR_PEERS = {
  ...ROLES_PEERS,
  checkov: ['CKV_AWS_109', 'CKV_AWS_111'],
  cfn_nag: ['F38', 'F39', 'F40', 'W11', 'W12', 'W13'],
  guard: [
    'IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE',
    'IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE',
    'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
  ],
};

export default defineRule({
  id: 'iam-policy-passrole-wildcard',
  title: 'IAM policy passes any role to services',
  on: IDENTITY_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: { ...STAR_PEERS, trivy: [...ROLES_PEERS.trivy, 'AWS-0114', 'AWS-0120'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'Passing a role to a service is using it: whoever may pass every role, and start anything that takes one, has the rights of the most powerful role of the account. Naming the roles that may be passed is fine.',
  remedy: 'Name the roles, and say in a condition on iam:PassedToService to which service.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      for (const statement of statements) {
        const star = anyResource(statement);
        const resource = grants(statement) ? (star ?? statement.resources.find(everyRole)) : undefined;
        const action = statement.actions.find((each) => each.satisfies((text) => coversAction(text, 'iam:PassRole')));
        if (!resource || !action || everyAction(action) || isDenied('iam:PassRole', statements)) continue;
        const isLimited = limitsPassing(statement);
        if (isLimited) continue;
        const isAlone = statement.actions.length === 1 && statement.resources.length === 1 && action.is('iam:PassRole');
        const own = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}-*' };
        report(resource, `${identity.logicalId} may pass every role of the account (${action.pattern()})`, {
          peers: withServerlessPeers(identity, peersOf(statement, star !== undefined)),
          fixes: () => [
            isAlone
              ? fix('Pass only roles that this stack names after itself', 'behaviour', set(resource, own))
              : undefined,
            removeStatement(policy, statement),
          ],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: '*'
                            # ^^^
      `,
      good: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${AWS::StackName}-*'
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
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: ['iam:Pass*', 'iam:GetRole'], Resource: !If [IsDev, '*', 'arn:aws:iam::*:role/app']}
                                                                                              # ^^^
      `,
    },
    {
      name: 'every role by its ARN',
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: !Sub arn:aws:iam::\${AWS::AccountId}:role/*
                            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${AWS::StackName}-*'
      `,
    },
    {
      name: 'passed to one service only',
      silent: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'iam:PassRole', Resource: '*', Condition: {StringEquals: {'iam:PassedToService': ecs-tasks.amazonaws.com}}}
      `,
    },
    {
      name: 'the role is a parameter without default',
      silent: template`
        Parameters:
          Role: {Type: String}
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'iam:PassRole', Resource: !Ref Role}
      `,
    },
  ],
});

/** Whether a resource is every role by its ARN. */
function everyRole(resource: Value): boolean {
  const arn = resource.pattern()?.replace(/\$\{[^}]*\}/g, 'x') ?? '';
  return /^arn:[^:]+:iam::[^:]*:(?:role\/)?\*$/.test(arn);
}

/** Checkov asks of statements without a condition only. */
function peersOf({ condition }: Statement, isStar: boolean): Peers {
  if (!isStar) return ROLES_PEERS;
  return condition.isAbsent ? STAR_PEERS : { ...STAR_PEERS, checkov: [] };
}

/** Whether a condition says to which service or resource roles may be passed, or which roles, or cannot be read. */
function limitsPassing({ condition }: Statement): boolean {
  if (condition.isAbsent) return false;
  if (!condition.isMap || condition.isOpen) return true;
  return condition
    .entries()
    .some(
      ([, keys]) =>
        keys.entries().some(([key]) => /^(?:iam:|aws:ResourceTag\/|aws:ResourceAccount)/i.test(key)) || keys.isOpen,
    );
}
