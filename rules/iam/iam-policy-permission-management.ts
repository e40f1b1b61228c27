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
  id: 'iam-policy-permission-management',
  title: 'IAM policy lets permissions be changed on everything',
  on: IDENTITY_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_109', 'CKV_AWS_107', 'CKV_AWS_110', 'CKV_AWS_108', 'CKV_AWS_111'],
    cfn_nag: ['W11', 'W12', 'W13'],
    guard: [
      'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
      'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
    ],
    trivy: ['AWS-0057', 'AWS-0114', 'AWS-0120', 'AWS-0346'],
    cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5', 'IAMPolicyNoStatementsWithFullAccess'],
    kics: ['022f8938'],
  },
  controls: { 'nist-800-53-r5': ['AC-6', 'AC-6(1)'] },
  why: 'Whoever may change policies of any resource or identity gives himself, or the world, whatever else he lacks.',
  remedy: 'Name the resources whose permissions have to be changed, or add a condition such as a permissions boundary.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      for (const statement of statements) {
        const reach = reachOf(statement, statements);
        const found = reach?.kinds.get('permissions');
        if (reach?.worst !== 'permissions' || !found) continue;
        const pattern = found.pattern.pattern();
        const example = pattern === found.action ? '' : ` (such as ${found.action})`;
        report(found.pattern, `${identity.logicalId} may change permissions of every resource: ${pattern}${example}`, {
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
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: cloudformation:DescribeStacks
                    Resource: '*'
                  - Effect: Allow
                    Action:
                      - s3:ListBucket
                      - s3:PutBucketPolicy
                      # ^^^^^^^^^^^^^^^^^^
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
                    Action: cloudformation:DescribeStacks
                    Resource: '*'
                  - Effect: Allow
                    Action:
                      - s3:ListBucket
                    Resource: '*'
      `,
    },
    {
      name: 'all of IAM',
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  Effect: Allow
                  Action: iam:*
                        # ^^^^^
                  Resource: '*'
      `,
    },
    {
      name: 'in one branch',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: deploy
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: kms:PutKeyPolicy
                              # ^^^^^^^^^^^^^^^^
                        Resource: !If [IsDev, '*', 'arn:aws:kms:*:*:key/1234']
      `,
    },
    {
      name: 'what a load balancer or a log delivery is set up with gives nobody more rights',
      silent: template`
        Resources:
          Cluster:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: cluster
              Roles: [cluster]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: ['ec2:CreateNetworkInterfacePermission', 'logs:PutResourcePolicy']
                    Resource: '*'
      `,
    },
    {
      name: 'a permissions boundary is demanded',
      silent: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: iam:PutRolePolicy
                    Resource: '*'
                    Condition:
                      StringEquals: {'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/limits'}
      `,
    },
    {
      name: 'another statement denies it',
      silent: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'lambda:AddPermission', Resource: '*'}
                  - {Effect: Deny, Action: 'lambda:*Permission', Resource: '*'}
      `,
    },
    {
      name: 'the resource is a parameter without default',
      silent: template`
        Parameters:
          Key: {Type: String}
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'kms:PutKeyPolicy', Resource: !Ref Key}
      `,
    },
  ],
});
