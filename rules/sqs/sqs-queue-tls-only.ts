import {
  addResource,
  append,
  companion,
  defineRule,
  type Fragment,
  fix,
  type ResourceView,
  statementsOf,
  template,
} from '#kit';

const POLICY_TYPES = ['AWS::SQS::QueuePolicy'];

export default defineRule({
  id: 'sqs-queue-tls-only',
  title: 'SQS queue accepts plain HTTP',
  on: 'AWS::SQS::Queue',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { cdk_nag: ['SQSQueueSSLRequestsOnly', 'AwsSolutions-SQS4'] },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'SQS answers on plain HTTP too: a client with an http:// endpoint sends messages in the clear. Only a Deny on aws:SecureTransport turns it away.',
  remedy: 'Deny requests for which aws:SecureTransport is false.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  check(queue, report) {
    const { template, logicalId } = queue;
    const policies = template.referrers(queue, ...POLICY_TYPES);
    const attached = policies.filter((policy) =>
      policy
        .get('Queues')
        .targets()
        .some((target) => target.resource.logicalId === logicalId),
    );
    if (template.isOpen || attached.some(mayTurnPlainHttpAway)) return;
    const [policy] = attached;
    const statements = policy?.get('PolicyDocument.Statement');
    report(queue, `${logicalId} has no policy that turns away plain HTTP`, {
      related: policy && [{ at: policy, message: 'Its policy' }],
      fixes: [
        statements
          ? fix('Deny requests without TLS', 'behaviour', append(statements, denyPlain(logicalId)))
          : // A policy of another world would overwrite this one.
            template.declared(...POLICY_TYPES).some((other) =>
                other
                  .get('Queues')
                  .targets()
                  .some((target) => target.resource.logicalId === logicalId),
              )
            ? undefined
            : fix(
                'Add a policy that denies requests without TLS',
                'behaviour',
                addResource(`${logicalId}Policy`, policyBody(queue), queue),
              ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::SQS::Queue
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          OrdersPolicy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues:
                - !Ref Orders
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: sqs:*
                    Resource: !GetAtt Orders.Arn
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a policy that is there is extended',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::SQS::Queue
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                    Action: sqs:SendMessage
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                    Action: sqs:SendMessage
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: sqs:*
                    Resource: !GetAtt Orders.Arn
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'the policy is there in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::SQS::Queue
          Policy:
            Type: AWS::SQS::QueuePolicy
            Condition: IsProd
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: sqs:*
                    Resource: '*'
                    Condition:
                      Bool:
                        aws:SecureTransport: 'false'
      `,
    },
    {
      name: 'a Deny of plain HTTP',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: sqs:*
                    Resource: '*'
                    Condition:
                      Bool:
                        aws:SecureTransport: 'false'
      `,
    },
    {
      name: 'a policy whose statements are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: CommaDelimitedList
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument:
                Statement: !Ref Setting
      `,
    },
  ],
});

function policyBody(queue: ResourceView): Fragment {
  const { logicalId } = queue;
  const statements = [denyPlain(logicalId)];
  return companion(queue, 'AWS::SQS::QueuePolicy', {
    Queues: [{ Ref: logicalId }],
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
  });
}

function denyPlain(logicalId: string): Fragment {
  return {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 'sqs:*',
    Resource: { 'Fn::GetAtt': [logicalId, 'Arn'] },
    Condition: { Bool: { 'aws:SecureTransport': false } },
  };
}

function mayTurnPlainHttpAway(policy: ResourceView): boolean {
  const statements = policy.get('PolicyDocument.Statement');
  if (statements.isUnknown || statements.isOpen) return true;
  return statementsOf(policy.get('PolicyDocument')).some(
    ({ effect, condition }) =>
      !effect.isNot('Deny') &&
      condition
        .entries()
        .flatMap(([, keys]) => keys.entries())
        .some(([key, value]) => /^aws:securetransport$/i.test(key) && value.items().some((item) => !item.isNot(false))),
  );
}
