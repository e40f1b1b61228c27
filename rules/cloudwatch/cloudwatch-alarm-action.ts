import { addParameter, defineRule, fix, isEmptyList, set, template } from '#kit';

export default defineRule({
  id: 'cloudwatch-alarm-action',
  title: 'Alarm tells nobody',
  on: 'AWS::CloudWatch::Alarm',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    guard: ['CLOUDWATCH_ALARM_ACTION_CHECK'],
    cdk_nag: ['CloudWatchAlarmAction'],
    security_hub: ['CloudWatch.15', 'CloudWatch.17'],
  },
  controls: { 'nist-800-53-r5': ['AU-6(1)', 'SI-4(12)'] },
  why: 'An alarm without actions changes colour in a console that nobody watches.',
  remedy:
    'Name a topic in AlarmActions, and leave ActionsEnabled on. Alarms that only feed a composite alarm need none.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html'],
  check(alarm, report) {
    const enabled = alarm.get('ActionsEnabled');
    const lists = ['AlarmActions', 'OKActions', 'InsufficientDataActions'].map((name) => alarm.get(name));
    const isSilent = lists.every((list) => list.isAbsent || isEmptyList(list));
    const isPart = alarm.template.referrers(alarm, 'AWS::CloudWatch::CompositeAlarm').length > 0;
    if (isSilent && !isPart) {
      report(alarm.get('AlarmActions'), `${alarm.logicalId} tells nobody: it has no actions`, {
        fixes: () => [
          fix(
            'Tell a topic that whoever deploys the stack chooses',
            'behaviour',
            set(alarm.get('AlarmActions'), [{ Ref: 'AlarmTopicArn' }]),
            addParameter('AlarmTopicArn', TOPIC),
          ),
        ],
      });
    } else if (!isSilent && enabled.is(false)) {
      report(enabled, `${alarm.logicalId} tells nobody: its actions are switched off`, {
        fixes: () => [fix('Switch the actions on', 'behaviour', set(enabled, true))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Errors:
        # ^^^^^^
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
      `,
      good: template`
        Parameters:
          AlarmTopicArn:
            Type: String
            Description: ARN of the SNS topic that alarms are sent to
            AllowedPattern: '^arn:[^:]+:sns:[^:]+:[0-9]{12}:.+$'
        Resources:
          Errors:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ComparisonOperator: GreaterThanThreshold
              EvaluationPeriods: 1
              AlarmActions:
                - !Ref AlarmTopicArn
      `,
    },
    {
      name: 'switched off in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Errors:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ActionsEnabled: !If [IsProd, true, false]
                                               # ^^^^^
              AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:ops']
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Errors:
            Type: AWS::CloudWatch::Alarm
            Properties:
              ActionsEnabled: !If [IsProd, true, true]
              AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:ops']
      `,
    },
    {
      name: 'a composite alarm speaks for it',
      silent: template`
        Resources:
          Errors:
            Type: AWS::CloudWatch::Alarm
            Properties: {ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1}
          Service:
            Type: AWS::CloudWatch::CompositeAlarm
            Properties:
              AlarmRule: !Sub 'ALARM(\${Errors})'
      `,
    },
    {
      name: 'the actions are a parameter without default',
      silent: template`
        Parameters:
          Topics: {Type: CommaDelimitedList}
        Resources:
          Errors:
            Type: AWS::CloudWatch::Alarm
            Properties:
              AlarmActions: !Ref Topics
      `,
    },
  ],
});

const TOPIC = {
  Type: 'String',
  Description: 'ARN of the SNS topic that alarms are sent to',
  AllowedPattern: '^arn:[^:]+:sns:[^:]+:[0-9]{12}:.+$',
};
