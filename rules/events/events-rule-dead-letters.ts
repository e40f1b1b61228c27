import { defineRule, template } from '#kit';

export default defineRule({
  id: 'events-rule-dead-letters',
  title: 'Events that a rule cannot deliver are lost',
  on: 'AWS::Events::Rule',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['EventBusDLQ'] },
  controls: { 'nist-800-53-r5': ['SI-11'] },
  why: 'EventBridge tries for a day, or once where the target refuses, and then drops the event without a trace.',
  remedy: 'Name a queue in DeadLetterConfig of each target.',
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html'],
  check(rule, report) {
    const lacking = rule
      .get('Targets')
      .items()
      .map((target) => target.get('DeadLetterConfig'))
      .find((config) => config.isAbsent);
    if (lacking) report(lacking, `Events that ${rule.logicalId} cannot deliver are lost`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Nightly:
            Type: AWS::Events::Rule
            Properties:
              ScheduleExpression: rate(1 day)
              Targets:
                - Id: job
                # ^^^^^^^
                  Arn: arn:aws:lambda:eu-west-1:123456789012:function:job
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
          Nightly:
            Type: AWS::Events::Rule
            Properties:
              Targets:
                - Id: job
                  Arn: arn:aws:lambda:eu-west-1:123456789012:function:job
                  DeadLetterConfig: !If [IsProd, {Arn: 'arn:aws:sqs:eu-west-1:123456789012:dead'}, !Ref AWS::NoValue]
                # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the queue is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Nightly:
            Type: AWS::Events::Rule
            Properties: {Targets: [{Id: job, DeadLetterConfig: {Arn: !Ref Given}}]}
      `,
    },
  ],
});
