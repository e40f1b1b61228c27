import {
  attachedAwsPolicies,
  defineRule,
  everyAction,
  fix,
  grants,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  interpolate,
  type Peers,
  readText,
  remove,
  removeStatement,
  type Statement,
  set,
  statementsOf,
  template,
  withServerlessPeers,
} from '#kit';

export default defineRule({
  id: 'iam-policy-admin',
  title: 'IAM policy allows everything on everything',
  on: IDENTITY_POLICY_TYPES,
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_62', 'CKV_AWS_63', 'CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_110', 'CKV_AWS_111'],
    cfn_nag: ['F3', 'F4', 'F5', 'F38', 'F39', 'W11', 'W12', 'W13', 'F40', 'W43'],
    guard: [
      'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
      'IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS',
      'IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE',
      'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
      'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE',
      'IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE',
    ],
    trivy: ['AWS-0057', 'AWS-0114', 'AWS-0120'],
    cdk_nag: [
      'IAMPolicyNoStatementsWithAdminAccess',
      'IAMNoWildcardPermissions',
      'AwsSolutions-IAM5',
      'LambdaStarPermissions',
    ],
    kics: ['f62aa827', '953b3cdb', 'a0ae0a4e', '01986452'],
    security_hub: ['IAM.1'],
  },
  controls: { 'aws-fsbp': ['IAM.1'], 'nist-800-53-r5': ['AC-6', 'AC-6(10)'], 'cis-aws-3': ['1.16'] },
  why: 'Whoever gets hold of such credentials, or of the code that runs with them, owns the account: data, keys, logs and the other identities in it.',
  remedy: 'List the actions and resources that are needed; IAM Access Analyzer can write the list from what was used.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  ],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      for (const statement of statementsOf(policy.document)) {
        const action = grants(statement) ? statement.actions.find(everyAction) : undefined;
        if (!action) continue;
        const isAdmin = coversAllResources(statement);
        const isBounded = !identity.get('PermissionsBoundary').isAbsent;
        report(action, `${identity.logicalId} allows every action${isAdmin ? ' on every resource' : ''}`, {
          severity: isAdmin && !isBounded && statement.condition.isAbsent ? 'critical' : 'high',
          peers: withServerlessPeers(identity, peersOf(statement, isAdmin)),
          fixes: () => [removeStatement(policy, statement)],
        });
      }
    }
    for (const arn of attachedAwsPolicies(identity, 'AdministratorAccess')) {
      const lesser = interpolate(readText(arn)?.replace(/AdministratorAccess$/, 'ReadOnlyAccess') ?? '');
      report(arn, `${identity.logicalId} has AdministratorAccess: every action on every resource`, {
        peers: { cfn_nag: ['W43'], guard: ['IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE'] },
        fixes: () => [
          lesser
            ? fix('Attach ReadOnlyAccess instead (takes the right to change away)', 'behaviour', set(arn, lesser))
            : undefined,
          fix('Detach AdministratorAccess', 'behaviour', remove(arn)),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: deploy
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::releases/*
                  - Effect: Allow
                    Action: '*'
                          # ^^^
                    Resource: '*'
      `,
      good: template`
        Resources:
          Deploy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: deploy
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::releases/*
      `,
    },
    {
      bad: template`
        Resources:
          Ops:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/AdministratorAccess
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Ops:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/ReadOnlyAccess
      `,
    },
    {
      name: 'the partition is left open',
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - !Sub arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess'
      `,
    },
    {
      name: 'the policy a SAM function is given',
      bad: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Function
            Properties:
              Policies:
                - Statement:
                    - Effect: Allow
                      Action: ['*']
                             # ^^^
                      Resource: '*'
      `,
    },
    {
      name: 'the policies a SAM function is given outside production',
      when: 'IsProd is false',
      bad: template`
        Transform: AWS::Serverless-2016-10-31
        Conditions:
          IsProd: !Equals [!Ref 'AWS::StackName', prod]
        Resources:
          Api:
            Type: AWS::Serverless::Function
            Properties:
              Policies:
                - !If [IsProd, AmazonS3ReadOnlyAccess, AdministratorAccess]
                                                     # ^^^^^^^^^^^^^^^^^^^
                - !If
                  - IsProd
                  - !Ref AWS::NoValue
                  - Statement:
                      - Effect: Allow
                        Action: '*'
                              # ^^^
                        Resource: '*'
      `,
    },
    {
      name: 'the only statement of an inline policy',
      bad: template`
        Resources:
          Ops:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: read
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::releases/*'}
                - PolicyName: everything
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: '*', Resource: '*'}
                                                     # ^^^
      `,
      good: template`
        Resources:
          Ops:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: read
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::releases/*'}
      `,
    },
    {
      name: 'admin outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Ops:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: ops
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: !If [IsProd, 's3:GetObject', '*']
                                                           # ^^^
                        Resource: '*'
      `,
    },
    {
      name: 'a Deny of everything is the opposite',
      silent: template`
        Resources:
          Suspended:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Action: '*'
                    Resource: '*'
      `,
    },
    {
      name: 'the action is a parameter without default',
      silent: template`
        Parameters:
          Action:
            Type: String
        Resources:
          Custom:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: !Ref Action
                    Resource: '*'
      `,
    },
    {
      name: 'the policy is a parameter',
      when: 'Policy is left at its default',
      bad: template`
        Parameters:
          Policy:
            Type: String
            Default: arn:aws:iam::aws:policy/AdministratorAccess
        Resources:
          Ops:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - !Ref Policy
                # ^^^^^^^^^^^
      `,
    },
  ],
});

const ACTION_PEERS = {
  checkov: ['CKV_AWS_63'],
  cfn_nag: ['F3', 'F4', 'F5'],
  guard: ['IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS'],
  trivy: ['AWS-0057'],
  cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'],
};
const ADMIN_PEERS = {
  checkov: ['CKV_AWS_62', 'CKV_AWS_63'],
  cfn_nag: ['F3', 'F4', 'F5', 'F38', 'F39', 'F40', 'W11', 'W12', 'W13'],
  guard: [
    'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    'IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS',
    'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
    'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
    'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
    'IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE',
    'IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE',
  ],
  trivy: ['AWS-0057'],
  cdk_nag: [
    'IAMPolicyNoStatementsWithAdminAccess',
    'IAMNoWildcardPermissions',
    'AwsSolutions-IAM5',
    'LambdaStarPermissions',
  ],
  kics: ['f62aa827', '953b3cdb', 'a0ae0a4e', '01986452'],
  security_hub: ['IAM.1'],
};

/** What checkov asks of statements without a condition only. */
const UNCONDITIONAL = ['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_110', 'CKV_AWS_111'];

function peersOf({ condition }: Statement, isAdmin: boolean): Peers {
  if (!isAdmin) return ACTION_PEERS;
  return condition.isAbsent ? { ...ADMIN_PEERS, checkov: [...ADMIN_PEERS.checkov, ...UNCONDITIONAL] } : ADMIN_PEERS;
}

function coversAllResources(statement: Statement): boolean {
  return statement.resources.some((resource) => resource.is('*', 'arn:aws:*', '**'));
}
