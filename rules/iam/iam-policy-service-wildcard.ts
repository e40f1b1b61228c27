import {
  defineRule,
  grants,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  reachOf,
  reachPeers,
  removeActions,
  removeStatement,
  statementsOf,
  template,
  wholeService,
  withServerlessPeers,
} from '#kit';

export default defineRule({
  id: 'iam-policy-service-wildcard',
  title: 'IAM policy allows all actions of a service',
  on: IDENTITY_POLICY_TYPES,
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_111'],
    cfn_nag: ['W11', 'W12', 'W13'],
    guard: [
      'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
      'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
    ],
    trivy: ['AWS-0345', 'AWS-0346', 'AWS-0057', 'AWS-0114', 'AWS-0120'],
    cdk_nag: ['IAMPolicyNoStatementsWithFullAccess', 'IAMNoWildcardPermissions', 'AwsSolutions-IAM5'],
    kics: ['022f8938'],
    security_hub: ['IAM.21'],
  },
  controls: { 'aws-fsbp': ['IAM.21'], 'nist-800-53-r5': ['AC-6'] },
  why: 'All actions of a service are more than anyone uses: deleting, sharing and changing permissions are among them, and so is whatever AWS adds tomorrow.',
  remedy: 'List the actions that are used; IAM Access Analyzer writes the list from the trail.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html'],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      for (const statement of statements) {
        if (!grants(statement)) continue;
        const reach = reachOf(statement, statements);
        if (reach && reach.worst !== 'service') continue;
        const pattern = statement.actions.find((action) =>
          action.satisfies((text) => wholeService(text) !== undefined),
        );
        const service = wholeService(pattern?.pattern() ?? '');
        if (!pattern || !service || MESSAGING.has(service)) continue;
        const where = reach ? ' on every resource' : '';
        report(pattern, `${identity.logicalId} allows all actions of ${service}${where}`, {
          severity: reach ? 'medium' : 'low',
          peers: reach ? reachPeers(identity, reach, statements) : withServerlessPeers(identity, fullAccess(service)),
          fixes: () => [reach && removeActions(statement, statements, reach.worst), removeStatement(policy, statement)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
                  - Effect: Allow
                    Action: s3:*
                          # ^^^^
                    Resource: '*'
      `,
      good: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
      `,
    },
    {
      name: 'on one table, outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: table
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: !If [IsProd, 'dynamodb:GetItem', 'dynamodb:*']
                                                               # ^^^^^^^^^^^^
                        Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders
      `,
    },
    {
      name: "the agent's channels have nothing else",
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'ssmmessages:*', Resource: '*'}
      `,
    },
    {
      name: 'the service is denied',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Action: 's3:*', Resource: '*'}
      `,
    },
    {
      name: 'the action is a parameter without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: !Ref Action, Resource: '*'}
      `,
    },
  ],
});

/** These services have no actions beside those that agents need. */
const MESSAGING = new Set(['ssmmessages', 'ec2messages']);

function fullAccess(service: string) {
  return {
    guard: ['IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS', 'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS'],
    cdk_nag: ['IAMPolicyNoStatementsWithFullAccess', 'IAMNoWildcardPermissions', 'AwsSolutions-IAM5'],
    trivy: service === 's3' ? ['AWS-0345', 'AWS-0057'] : ['AWS-0057'],
    security_hub: ['IAM.21'],
  };
}
