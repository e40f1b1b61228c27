import {
  defineRule,
  escalationsOf,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  isOfIdentities,
  reachOf,
  removeStatement,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'iam-policy-privilege-escalation',
  title: 'IAM policy opens a way to administrator rights',
  on: IDENTITY_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: { checkov: ['CKV_AWS_110'] },
  controls: { 'nist-800-53-r5': ['AC-6', 'AC-6(10)'] },
  why: 'A few permissions together are as good as all of them: whoever holds these can give himself the rest, and nobody would call the policy an administrator’s.',
  remedy: 'Name the resources of at least one of the actions, or demand a permissions boundary in a condition.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  check(identity, report) {
    // What a boundary leaves of the permissions the template seldom shows.
    if (!identity.get('PermissionsBoundary').isAbsent) return;
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      const [first, ...others] = escalationsOf(statements);
      if (!first) continue;
      // Changing permissions or taking credentials is one step up, and a finding of its own.
      const reaches = statements.map((statement) => reachOf(statement, statements));
      if (reaches.some((reach) => reach && isOfIdentities(reach))) continue;
      const more = others.length === 0 ? '' : `, among ${others.length + 1} ways to more rights`;
      const statement = statements.find(({ actions }) => actions.includes(first.pattern));
      report(first.pattern, `${identity.logicalId} can ${first.way.gain}: ${first.way.actions.join(' and ')}${more}`, {
        fixes: () => [statement && removeStatement(policy, statement)],
      });
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
                          # ^^^^^^^^^^^^
                    Resource: '*'
                  - Effect: Allow
                    Action:
                      - lambda:CreateFunction
                      - lambda:InvokeFunction
                    Resource: '*'
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
                    Action:
                      - lambda:CreateFunction
                      - lambda:InvokeFunction
                    Resource: '*'
      `,
    },
    {
      name: 'developers may start machines with any role',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Developers:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: own
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: ['iam:PassRole', !If [IsDev, 'ec2:RunInstances', 'ec2:DescribeInstances']]
                               # ^^^^^^^^^^^^^^
                        Resource: '*'
      `,
    },
    {
      name: "only the functions' own roles can be passed",
      silent: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/app-*'}
                  - {Effect: Allow, Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*'}
      `,
    },
    {
      name: 'what would complete the way is denied',
      silent: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: ['iam:PassRole', 'ec2:RunInstances'], Resource: '*'}
                  - {Effect: Deny, Action: 'iam:Pass*', Resource: '*'}
      `,
    },
    {
      name: 'a boundary limits the role',
      silent: template`
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              PermissionsBoundary: !ImportValue boundary
              Policies:
                - PolicyName: own
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: ['iam:PassRole', 'ec2:RunInstances'], Resource: '*'}
      `,
    },
    {
      name: 'the action is a parameter without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: !Ref Action, Resource: '*'}
      `,
    },
  ],
});
