import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-dead-letters',
  title: 'Events that a function fails on are lost',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    checkov: ['CKV_AWS_116'],
    guard: ['LAMBDA_DLQ_CHECK'],
    cdk_nag: ['LambdaDLQ'],
    kics: ['c2eae442', 'cb2f612b'],
  },
  controls: { 'nist-800-53-r5': ['SI-11'] },
  why: 'Lambda tries an asynchronous event three times and then drops it. Functions that are only called and waited for need nothing.',
  remedy: 'Name a queue in DeadLetterConfig, or a destination for failures in an EventInvokeConfig.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html'],
  check(fn, report) {
    const target = fn.get('DeadLetterConfig.TargetArn');
    if (!target.isAbsent || !fn.get('EventInvokeConfig').isAbsent) return;
    const configs = fn.template.referrers(fn, 'AWS::Lambda::EventInvokeConfig');
    if (configs.some((config) => !config.get('DestinationConfig.OnFailure').isAbsent)) return;
    report(target, `Events that ${fn.logicalId} fails on are lost`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
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
          Api:
            Type: AWS::Lambda::Function
            Properties:
              DeadLetterConfig: !If [IsProd, {TargetArn: 'arn:aws:sqs:eu-west-1:123456789012:dead'}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a destination for failures',
      silent: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
          Async:
            Type: AWS::Lambda::EventInvokeConfig
            Properties:
              FunctionName: !Ref Api
              Qualifier: $LATEST
              DestinationConfig: {OnFailure: {Destination: 'arn:aws:sqs:eu-west-1:123456789012:dead'}}
      `,
    },
    {
      name: 'the queue is a parameter without default',
      silent: template`
        Parameters:
          Queue: {Type: String}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              DeadLetterConfig: {TargetArn: !Ref Queue}
      `,
    },
  ],
});
