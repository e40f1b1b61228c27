import { defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sqs-policy-wildcard-action',
  title: 'SQS policy allows every action',
  on: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['F20'], guard: ['SQS_QUEUEPOLICY_NO_WILDCARD_ACTION'], trivy: ['AWS-0097'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Whoever was meant to send may then also read, purge and delete the queue, and rewrite this very policy.',
  remedy: 'List the actions that are needed, such as sqs:SendMessage.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      if (!grants(statement)) continue;
      const every = statement.actions.find((action) => action.satisfies((text) => /^(?:\*|sqs:\*)$/i.test(text)));
      if (every) report(every, `${policy.logicalId} allows every action of SQS`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: sqs:*
                          # ^^^^^
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: !If [IsProd, sqs:SendMessage, '*']
                                                        # ^^^
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'a Deny of every action is a fence',
      silent: template`
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: sqs:*
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'an action without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: !Ref Setting
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
  ],
});
