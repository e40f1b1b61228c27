import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-failure-destination',
  title: 'Events that a function gives up on are lost',
  on: ['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['LambdaAsyncFailureDestination', 'LambdaEventSourceMappingDestination'] },
  controls: { 'nist-800-53-r5': ['SI-11'] },
  why: 'After the last try an event, or a batch of a stream, is dropped without a trace. Queues keep what was not worked off by themselves.',
  remedy: 'Name a queue, topic or bucket in DestinationConfig.OnFailure.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html'],
  check(config, report) {
    const isStream = config.type === 'AWS::Lambda::EventSourceMapping';
    const source = config.get('EventSourceArn');
    const isQueue =
      source.target()?.resource.type === 'AWS::SQS::Queue' || /^arn:[^:]*:(?:sqs|mq):/.test(source.pattern() ?? '');
    const isKnown = source.target() !== undefined || source.isScalar;
    if (isStream && (isQueue || !isKnown)) return;
    const destination = config.get('DestinationConfig.OnFailure.Destination');
    if (!destination.isAbsent) return;
    report(destination, `What fails under ${config.logicalId} is lost`, {
      peers: { cdk_nag: [isStream ? 'LambdaEventSourceMappingDestination' : 'LambdaAsyncFailureDestination'] },
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Async:
        # ^^^^^
            Type: AWS::Lambda::EventInvokeConfig
            Properties: {FunctionName: job, Qualifier: $LATEST}
      `,
    },
    {
      name: 'a stream, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Stream:
            Type: AWS::Kinesis::Stream
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: !GetAtt Stream.Arn
              FunctionName: job
              DestinationConfig: !If [IsProd, {OnFailure: {Destination: 'arn:aws:sqs:eu-west-1:123456789012:dead'}}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a queue keeps what fails',
      silent: template`
        Resources:
          Queue:
            Type: AWS::SQS::Queue
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: job}
      `,
    },
    {
      name: 'the source is a parameter without default',
      silent: template`
        Parameters:
          Source: {Type: String}
        Resources:
          Read:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !Ref Source, FunctionName: job}
      `,
    },
  ],
});
