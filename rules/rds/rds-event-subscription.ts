import { append, defineRule, fix, set, template } from '#kit';

const CATEGORIES: readonly (readonly [sources: readonly string[], categories: readonly string[]])[] = [
  [['db-instance'], ['failure', 'maintenance', 'configuration change']],
  [['db-cluster'], ['failure', 'maintenance']],
  [['db-parameter-group'], ['configuration change']],
  [['db-security-group'], ['configuration change', 'failure']],
];

export default defineRule({
  id: 'rds-event-subscription',
  title: 'RDS event subscription leaves out what matters',
  on: 'AWS::RDS::EventSubscription',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['RDS.19', 'RDS.20', 'RDS.21', 'RDS.22'] },
  controls: { 'aws-fsbp': ['RDS.19', 'RDS.20', 'RDS.21', 'RDS.22'], 'nist-800-53-r5': ['SI-4'] },
  why: 'Failures, maintenance and configuration changes then pass unnoticed.',
  remedy: 'Enable the subscription for the categories failure, maintenance and configuration change.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html'],
  check(subscription, report) {
    const enabled = subscription.get('Enabled');
    if (enabled.is(false)) {
      report(enabled, `${subscription.logicalId} is switched off`, {
        fixes: [fix('Switch the subscription on', 'safe', set(enabled, true))],
      });
    }
    const source = subscription.get('SourceType');
    const wanted = CATEGORIES.find(([types]) => types.some((type) => source.is(type)))?.[1] ?? [];
    const categories = subscription.get('EventCategories');
    // Without categories all events are sent.
    if (categories.isAbsent || categories.isUnknown || categories.isOpen) return;
    const missing = wanted.filter((category) => categories.items().every((item) => item.isNot(category)));
    if (missing.length === 0) return;
    report(categories, `${subscription.logicalId} leaves out ${missing.join(', ')}`, {
      fixes: [fix('Add the categories', 'safe', ...missing.map((category) => append(categories, category)))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              Enabled: false
                     # ^^^^^
      `,
      good: template`
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              Enabled: true
      `,
    },
    {
      bad: template`
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              SourceType: db-instance
              EventCategories: [failure]
            # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              SourceType: db-instance
              EventCategories: [failure, maintenance, configuration change]
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
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              Enabled: !If [IsProd, true, false]
                                        # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              Enabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'without categories all events are sent',
      silent: template`
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              SourceType: db-instance
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Alarms:
            Type: AWS::RDS::EventSubscription
            Properties:
              SnsTopicArn: !ImportValue Alarms
              Enabled: !Ref Setting
      `,
    },
  ],
});
