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

const POLICY_TYPES = ['AWS::SNS::TopicPolicy'];

export default defineRule({
  id: 'sns-topic-tls-only',
  title: 'SNS topic accepts plain HTTP',
  on: 'AWS::SNS::Topic',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { cdk_nag: ['SNSTopicSSLPublishOnly', 'AwsSolutions-SNS3'] },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'SNS answers on plain HTTP too: a client with an http:// endpoint sends messages in the clear. Only a Deny on aws:SecureTransport turns it away.',
  remedy: 'Deny requests for which aws:SecureTransport is false.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  check(topic, report) {
    const { template, logicalId } = topic;
    const policies = template.referrers(topic, ...POLICY_TYPES);
    const attached = policies.filter((policy) =>
      policy
        .get('Topics')
        .targets()
        .some((target) => target.resource.logicalId === logicalId),
    );
    if (template.isOpen || attached.some(mayTurnPlainHttpAway)) return;
    const [policy] = attached;
    const statements = policy?.get('PolicyDocument.Statement');
    report(topic, `${logicalId} has no policy that turns away plain HTTP`, {
      related: policy && [{ at: policy, message: 'Its policy' }],
      fixes: [
        statements
          ? fix('Deny requests without TLS', 'behaviour', append(statements, denyPlain(logicalId)))
          : // A policy of another world would overwrite this one.
            template.declared(...POLICY_TYPES).some((other) =>
                other
                  .get('Topics')
                  .targets()
                  .some((target) => target.resource.logicalId === logicalId),
              )
            ? undefined
            : fix(
                'Add a policy that denies requests without TLS',
                'behaviour',
                addResource(`${logicalId}Policy`, policyBody(topic), topic),
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
            Type: AWS::SNS::Topic
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SNS::Topic
          OrdersPolicy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics:
                - !Ref Orders
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: '*'
                    Action:
                      - sns:GetTopicAttributes
                      - sns:ListSubscriptionsByTopic
                      - sns:Publish
                      - sns:Subscribe
                    Resource: !Ref Orders
                    Condition:
                      StringEquals:
                        AWS:SourceOwner: !Ref AWS::AccountId
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: sns:Publish
                    Resource: !Ref Orders
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
            Type: AWS::SNS::Topic
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                    Action: sns:Publish
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SNS::Topic
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                    Action: sns:Publish
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: sns:Publish
                    Resource: !Ref Orders
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
            Type: AWS::SNS::Topic
          Policy:
            Type: AWS::SNS::TopicPolicy
            Condition: IsProd
            Properties:
              Topics: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: sns:Publish
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
            Type: AWS::SNS::Topic
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: sns:Publish
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
            Type: AWS::SNS::Topic
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Orders]
              PolicyDocument:
                Statement: !Ref Setting
      `,
    },
  ],
});

function policyBody(topic: ResourceView): Fragment {
  const { logicalId } = topic;
  const statements = [allowAccount(logicalId), denyPlain(logicalId)];
  return companion(topic, 'AWS::SNS::TopicPolicy', {
    Topics: [{ Ref: logicalId }],
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
  });
}

function denyPlain(logicalId: string): Fragment {
  return {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 'sns:Publish',
    Resource: { Ref: logicalId },
    Condition: { Bool: { 'aws:SecureTransport': false } },
  };
}

/** What SNS writes into a policy when none is given: without it alarms and other services of the account cannot publish. */
function allowAccount(logicalId: string): Fragment {
  return {
    Sid: 'AllowAccount',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['sns:GetTopicAttributes', 'sns:ListSubscriptionsByTopic', 'sns:Publish', 'sns:Subscribe'],
    Resource: { Ref: logicalId },
    Condition: { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } },
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
