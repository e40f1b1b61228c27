import {
  defineRule,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  reachOf,
  reachPeers,
  removeActions,
  removeStatement,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'iam-policy-credentials',
  title: 'IAM policy hands out credentials of others',
  on: IDENTITY_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'account-credentials',
  peers: {
    checkov: ['CKV_AWS_107', 'CKV_AWS_109', 'CKV_AWS_108', 'CKV_AWS_110', 'CKV_AWS_111'],
    cfn_nag: ['W11', 'W12', 'W13'],
    guard: [
      'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
      'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
    ],
    trivy: ['AWS-0057', 'AWS-0114', 'AWS-0120', 'AWS-0346'],
    cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5', 'IAMPolicyNoStatementsWithFullAccess'],
  },
  controls: { 'nist-800-53-r5': ['AC-6', 'IA-5'] },
  why: 'Keys, passwords and sessions of any user or role, handed to whoever asks, make one leaked identity all of them. Tokens for the caller’s own rights, such as a registry login, are not meant.',
  remedy: 'Name the users or roles for which credentials may be made or taken.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      for (const statement of statements) {
        const reach = reachOf(statement, statements);
        const found = reach?.kinds.get('credentials');
        if (reach?.worst !== 'credentials' || !found) continue;
        const pattern = found.pattern.pattern();
        const example = pattern === found.action ? '' : ` (such as ${found.action})`;
        report(found.pattern, `${identity.logicalId} may obtain credentials of anyone: ${pattern}${example}`, {
          peers: reachPeers(identity, reach, statements),
          fixes: () => [removeActions(statement, statements, reach.worst), removeStatement(policy, statement)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Helpdesk:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: list
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 'iam:ListUsers', Resource: '*'}
                - PolicyName: keys
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 'iam:CreateAccessKey', Resource: '*'}
                                                     # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Helpdesk:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: list
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 'iam:ListUsers', Resource: '*'}
      `,
    },
    {
      name: 'switching keys on and off shows none of them',
      silent: template`
        Resources:
          Sweeper:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  Effect: Allow
                  Action: iam:UpdateAccessKey
                  Resource: '*'
      `,
    },
    {
      name: 'every role of every account that trusts this one',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Runner:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                          # ^^^^^^^^^^^^^^
                    Resource: !If [IsDev, '*', !Sub 'arn:aws:iam::\${AWS::AccountId}:role/deploy']
      `,
    },
    {
      name: 'a registry login gives nothing that its holder has not',
      silent: template`
        Resources:
          Pull:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'ecr:GetAuthorizationToken', Resource: '*'}
      `,
    },
    {
      name: 'users change their own keys',
      silent: template`
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - {Effect: Allow, Action: 'iam:*AccessKey*', Resource: 'arn:aws:iam::*:user/\${!aws:username}'}
      `,
    },
    {
      name: 'the action is a parameter without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: !Ref Action, Resource: '*'}
      `,
    },
  ],
});
