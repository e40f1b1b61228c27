import { defineRule, describe, fix, set, template } from '#kit';

/** The days that CloudWatch Logs keeps entries for; other numbers are refused. */
const PERIODS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export default defineRule({
  id: 'logs-group-retention',
  title: 'Log group keeps its entries forever',
  on: 'AWS::Logs::LogGroup',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_66'],
    cfn_nag: ['W86'],
    guard: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'],
    cdk_nag: ['CloudWatchLogGroupRetentionPeriod'],
    security_hub: ['CloudWatch.16'],
  },
  controls: { 'nist-800-53-r5': ['AU-11', 'SI-12'] },
  why: 'Nobody decided how long the entries are kept, so they are kept, and billed, forever: personal data longer than the law lets you.',
  remedy: 'Set RetentionInDays to as long as you need the entries; a year is usual for what auditors read.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  ],
  check(group, report) {
    const retention = group.get('RetentionInDays');
    const isNoPeriod = retention.satisfies((text) => !PERIODS.includes(Number(text)) && !text.includes('{{'));
    if (!retention.isAbsent && !isNoPeriod) return;
    const what = isNoPeriod
      ? `names no period that CloudWatch Logs offers: ${describe(retention)}`
      : 'keeps its entries forever';
    report(retention, `${group.logicalId} ${what}`, {
      ...(isNoPeriod ? { peers: { guard: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'] } } : {}),
      fixes: () => [fix('Delete entries after a year', 'behaviour', set(retention, 365))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
        # ^^^
            Type: AWS::Logs::LogGroup
      `,
      good: template`
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
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
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: !If [IsProd, 731, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: !If [IsProd, 731, 365]
      `,
    },
    {
      name: 'the time is a parameter without default',
      silent: template`
        Parameters:
          Days: {Type: Number}
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: !Ref Days
      `,
    },
    {
      name: 'a period that is not offered',
      bad: template`
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 100
                             # ^^^
      `,
      good: template`
        Resources:
          App:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
  ],
});
