import {
  defineRule,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  narrowToStack,
  reachOf,
  reachPeers,
  removeStatement,
  statementsOf,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'iam-policy-wildcard-resource',
  title: 'IAM policy reaches every resource',
  on: IDENTITY_POLICY_TYPES,
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_109', 'CKV_AWS_111'],
    cfn_nag: ['W11', 'W12', 'W13'],
    guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE'],
    trivy: ['AWS-0057', 'AWS-0114', 'AWS-0120', 'AWS-0346'],
    cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'],
  },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'A star lets the identity change resources of every other application in the account. Actions that know no resource, and lists and descriptions, are left alone: for them it has to be a star.',
  remedy: 'Name the resources by ARN, or begin the ARN with what the names of this stack begin with.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html'],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      for (const statement of statements) {
        const reach = reachOf(statement, statements);
        if (!reach || (reach.worst !== 'write' && reach.worst !== 'read')) continue;
        const action = reach.kinds.get(reach.worst)?.action ?? '';
        report(reach.resource, `${identity.logicalId} allows ${action} on every resource`, {
          severity: reach.worst === 'write' && !statement.actions.every(isTelemetry) ? 'medium' : 'low',
          peers: reachPeers(identity, reach, statements),
          fixes: () => [narrowToStack(identity, statement, reach), removeStatement(policy, statement)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sqs:SendMessage
                    Resource: '*'
                            # ^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sqs:SendMessage
                    Resource: !GetAtt Orders.Arn
      `,
    },
    {
      name: 'outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'ec2:TerminateInstances', Resource: !If [IsProd, 'arn:aws:ec2:*:*:instance/i-1', '*']}
                                                                                                                           # ^^^
      `,
    },
    {
      name: 'what knows no resource',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ['cloudwatch:PutMetricData', 'ec2:DescribeInstances', 'xray:PutTraceSegments', 'ecr:GetAuthorizationToken']
                    Resource: '*'
      `,
    },
    {
      name: 'a condition keeps to the resources of this application',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'ec2:TerminateInstances', Resource: '*', Condition: {StringEquals: {'aws:ResourceTag/app': shop}}}
      `,
    },
    {
      name: 'the resource is a parameter without default',
      silent: template`
        Parameters:
          Queue: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'sqs:SendMessage', Resource: !Ref Queue}
      `,
    },
  ],
});

/** Writing logs and metrics of others is a nuisance, not a breach; the managed policies of AWS allow it likewise. */
function isTelemetry(action: Value): boolean {
  return action.satisfies((text) => /^(?:logs|cloudwatch|xray|ssmmessages|ec2messages):/i.test(text));
}
