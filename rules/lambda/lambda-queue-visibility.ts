import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'lambda-queue-visibility',
  title: 'Messages of a queue are handed out again while a function works on them',
  on: 'AWS::Lambda::EventSourceMapping',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['LambdaEventSourceSQSVisibilityTimeout'] },
  controls: {},
  why: 'A message that becomes visible before the function is done is worked on twice; AWS asks for six times the timeout of the function.',
  remedy: 'Set VisibilityTimeout of the queue to at least six times the Timeout of the function.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
  check(mapping, report) {
    const queue = mapping.get('EventSourceArn').target()?.resource;
    const fn = mapping.get('FunctionName').target()?.resource;
    if (queue?.type !== 'AWS::SQS::Queue' || fn?.type !== 'AWS::Lambda::Function') return;
    const visibility = queue.get('VisibilityTimeout');
    const timeout = fn.get('Timeout').isAbsent ? 3 : fn.get('Timeout').number();
    const seconds = visibility.isAbsent ? 30 : visibility.number();
    if (timeout === undefined || seconds === undefined || seconds >= 6 * timeout) return;
    report(
      visibility.isAbsent ? queue : visibility,
      `${queue.logicalId} hands messages out again after ${seconds} seconds, ${fn.logicalId} may take ${timeout}`,
      {
        fixes: () => [fix('Wait for six times the timeout', 'behaviour', set(visibility, 6 * timeout))],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Queue:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
                               # ^^
          Job:
            Type: AWS::Lambda::Function
            Properties: {Timeout: 60}
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Job}
      `,
      good: template`
        Resources:
          Queue:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 360
          Job:
            Type: AWS::Lambda::Function
            Properties: {Timeout: 60}
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Job}
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Queue:
        # ^^^^^
            Type: AWS::SQS::Queue
          Job:
            Type: AWS::Lambda::Function
            Properties: {Timeout: !If [IsProd, 5, 60]}
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Job}
      `,
    },
    {
      name: 'the timeout is a parameter without default',
      silent: template`
        Parameters:
          Timeout: {Type: Number}
        Resources:
          Queue:
            Type: AWS::SQS::Queue
          Job:
            Type: AWS::Lambda::Function
            Properties: {Timeout: !Ref Timeout}
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Job}
      `,
    },
  ],
});
