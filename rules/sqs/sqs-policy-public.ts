import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sqs-policy-public',
  title: 'SQS policy lets anyone in',
  on: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {
    cfn_nag: ['F21'],
    guard: ['SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL'],
    kics: ['9b6a3f5b'],
    security_hub: ['SQS.3'],
  },
  controls: { 'aws-fsbp': ['SQS.3'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'A statement that allows the principal * without a condition on who is asking opens the queue to every AWS account: whoever knows its name sends and reads messages.',
  remedy: 'Name the accounts or services that are meant, or add a condition such as aws:SourceArn.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      const principal = statement.principals.find(anyAccount);
      if (!grants(statement) || !principal || mayLimitCallers(statement.condition)) continue;
      report(principal.value, `${policy.logicalId} lets in every AWS account`, {
        fixes: narrowPrincipal(statement, principal),
      });
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
                    Principal: '*'
                             # ^^^
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
      good: template`
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
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: sqs:SendMessage
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
                      AWS: !If [IsProd, arn:aws:iam::111122223333:root, '*']
                                                                      # ^^^
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
      good: template`
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
                      AWS: !If [IsProd, arn:aws:iam::111122223333:root, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root']
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'a condition says on whose behalf',
      silent: template`
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
                    Condition:
                      ArnEquals:
                        aws:SourceArn: arn:aws:s3:::orders
      `,
    },
    {
      name: 'a Deny for everyone narrows down',
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
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a principal without default is unknown',
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
                      AWS: !Ref Setting
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
  ],
});
