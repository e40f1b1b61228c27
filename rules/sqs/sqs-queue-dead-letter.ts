import { addResource, companion, defineRule, fix, type ResourceView, set, template, type Value } from '#kit';

/** Where resources name the queue that takes what they could not deliver. */
const LETTERS: { readonly [type: string]: readonly string[] } = {
  'AWS::SQS::Queue': ['RedrivePolicy'],
  'AWS::SNS::Subscription': ['RedrivePolicy'],
  'AWS::Lambda::Function': ['DeadLetterConfig'],
  'AWS::Lambda::EventInvokeConfig': ['DestinationConfig.OnFailure'],
  'AWS::Lambda::EventSourceMapping': ['DestinationConfig.OnFailure'],
  'AWS::Serverless::Function': ['DeadLetterQueue', 'EventInvokeConfig', 'Events'],
  'AWS::Events::Rule': ['Targets'],
  'AWS::Scheduler::Schedule': ['Target.DeadLetterConfig'],
  'AWS::Pipes::Pipe': ['SourceParameters'],
};

export default defineRule({
  id: 'sqs-queue-dead-letter',
  title: 'SQS queue has nowhere to put what fails',
  on: 'AWS::SQS::Queue',
  severity: 'medium',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['SQSQueueDLQ', 'AwsSolutions-SQS3', 'SQSRedrivePolicy'] },
  controls: { 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'A message that cannot be processed comes back until it expires, and then is lost without a trace.',
  remedy: 'Set RedrivePolicy to a dead-letter queue.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
  check(queue, report) {
    const redrive = queue.get('RedrivePolicy');
    if (!redrive.isAbsent || !queue.get('RedriveAllowPolicy').isAbsent || isDeadLetterQueue(queue)) return;
    const letters = `${queue.logicalId}DeadLetters`;
    const body = companion(queue, 'AWS::SQS::Queue', {
      ...(queue.get('FifoQueue').is(true) ? { FifoQueue: true } : {}),
      MessageRetentionPeriod: 1209600,
      SqsManagedSseEnabled: true,
      RedriveAllowPolicy: { redrivePermission: 'allowAll' },
    });
    report(redrive, `${queue.logicalId} has no dead-letter queue`, {
      fixes: [
        queue.get('FifoQueue').isUnknown
          ? undefined
          : fix(
              'Add a dead-letter queue (after five failures)',
              'behaviour',
              addResource(letters, body, queue),
              set(redrive, { deadLetterTargetArn: { 'Fn::GetAtt': [letters, 'Arn'] }, maxReceiveCount: 5 }),
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
            Properties:
              RedrivePolicy:
                deadLetterTargetArn: !GetAtt OrdersDeadLetters.Arn
                maxReceiveCount: 5
          OrdersDeadLetters:
            Type: AWS::SQS::Queue
            Properties:
              MessageRetentionPeriod: 1209600
              SqsManagedSseEnabled: true
              RedriveAllowPolicy:
                redrivePermission: allowAll
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
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy: !If [IsProd, {deadLetterTargetArn: !ImportValue Letters, maxReceiveCount: 3}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy: !If [IsProd, {deadLetterTargetArn: !ImportValue Letters, maxReceiveCount: 3}, {deadLetterTargetArn: !GetAtt OrdersDeadLetters.Arn, maxReceiveCount: 5}]
          OrdersDeadLetters:
            Type: AWS::SQS::Queue
            Properties:
              MessageRetentionPeriod: 1209600
              SqsManagedSseEnabled: true
              RedriveAllowPolicy:
                redrivePermission: allowAll
      `,
    },
    {
      name: 'a dead-letter queue needs none itself',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy:
                deadLetterTargetArn: !GetAtt Letters.Arn
                maxReceiveCount: 3
          Letters:
            Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'the dead-letter queue of a function',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Worker:
            Type: AWS::Lambda::Function
            Properties:
              DeadLetterConfig:
                TargetArn: !GetAtt Orders.Arn
      `,
    },
    {
      name: 'a policy without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy: !Ref Setting
      `,
    },
  ],
});

function isDeadLetterQueue(queue: ResourceView): boolean {
  return queue.template
    .referrers(queue, ...Object.keys(LETTERS))
    .some((other) =>
      (LETTERS[other.type] ?? []).some((path) =>
        lettersOf(other, path).some((value) =>
          value.targets().some((target) => target.resource.logicalId === queue.logicalId),
        ),
      ),
    );
}

function lettersOf(resource: ResourceView, path: string): readonly Value[] {
  const value = resource.get(path);
  return path === 'Targets' ? value.items().map((target) => target.get('DeadLetterConfig')) : [value];
}
