import { defineRule, type ResourceView, resourcesReferring, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-alarms',
  title: 'No alarm watches what the trail records',
  on: 'AWS::CloudTrail::Trail',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    trivy: [
      'AWS-0147',
      'AWS-0148',
      'AWS-0149',
      'AWS-0150',
      'AWS-0151',
      'AWS-0152',
      'AWS-0153',
      'AWS-0154',
      'AWS-0155',
      'AWS-0156',
      'AWS-0157',
      'AWS-0158',
      'AWS-0159',
      'AWS-0160',
      'AWS-0174',
    ],
    security_hub: [
      'CloudWatch.1',
      'CloudWatch.2',
      'CloudWatch.3',
      'CloudWatch.4',
      'CloudWatch.5',
      'CloudWatch.6',
      'CloudWatch.7',
      'CloudWatch.8',
      'CloudWatch.9',
      'CloudWatch.10',
      'CloudWatch.11',
      'CloudWatch.12',
      'CloudWatch.13',
      'CloudWatch.14',
    ],
  },
  controls: {
    'nist-800-53-r5': ['AU-6', 'SI-4'],
    'cis-aws-3': [
      '4.1',
      '4.2',
      '4.3',
      '4.4',
      '4.5',
      '4.6',
      '4.7',
      '4.8',
      '4.9',
      '4.10',
      '4.11',
      '4.12',
      '4.13',
      '4.14',
      '4.15',
    ],
  },
  why: 'Events in a log group warn nobody by themselves: a metric filter has to count those that matter, and an alarm to tell somebody. Security Hub or a SIEM that reads the trail does as well.',
  remedy: 'Add a metric filter and an alarm for each, or watch the trail with another tool.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  ],
  check(trail, report) {
    // Without a log group there is nothing to watch, which is a finding of its own; one of another stack is watched there.
    const group = trail.get('CloudWatchLogsLogGroupArn').targets()[0]?.resource;
    if (group?.type !== 'AWS::Logs::LogGroup' || trail.template.isOpen) return;
    const filters = resourcesReferring(group, 'AWS::Logs::MetricFilter', 'LogGroupName', 'LogGroupName');
    const alarms = trail.template.resources('AWS::CloudWatch::Alarm').flatMap(metricsOf);
    const watched = filters
      .filter((filter) =>
        filter
          .get('MetricTransformations')
          .items()
          .some((metric) => alarms.includes(metric.get('MetricName').pattern())),
      )
      .map((filter) => filter.get('FilterPattern').pattern());
    if (watched.includes(undefined)) return;
    const missing = EVENTS.filter(({ signs }) => !watched.some((text) => signs.every((sign) => sign.test(text ?? ''))));
    if (missing.length === 0) return;
    const names = missing.map(({ name }) => name);
    report(trail, `No alarm watches what ${trail.logicalId} records of ${names.join(', ')}`, {
      peers: { trivy: missing.map(({ trivy }) => trivy), security_hub: missing.flatMap(({ hub }) => hub ?? []) },
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
            Type: AWS::Logs::LogGroup
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: !GetAtt Events.Arn
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'one alarm, in production',
      when: 'IsProd is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::Logs::LogGroup
          Root:
            Type: AWS::Logs::MetricFilter
            Properties:
              LogGroupName: !Ref Events
              FilterPattern: '{ $.userIdentity.type = "Root" }'
              MetricTransformations: [{MetricName: RootUse, MetricNamespace: Audit, MetricValue: '1'}]
          RootAlarm:
            Type: AWS::CloudWatch::Alarm
            Properties: {MetricName: RootUse, Namespace: Audit}
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: !If [IsProd, !GetAtt Events.Arn, !Ref AWS::NoValue]
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'an alarm on an expression counts',
      bad: template`
        Resources:
          Events:
            Type: AWS::Logs::LogGroup
          Root:
            Type: AWS::Logs::MetricFilter
            Properties:
              LogGroupName: !Ref Events
              FilterPattern: '{ $.userIdentity.type = "Root" }'
              MetricTransformations: [{MetricName: RootUse, MetricNamespace: Audit, MetricValue: '1'}]
          RootAlarm:
            Type: AWS::CloudWatch::Alarm
            Properties:
              Metrics: [{Id: root, MetricStat: {Metric: {MetricName: RootUse, Namespace: Audit}, Period: 300, Stat: Sum}}]
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: !GetAtt Events.Arn
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: "the log group is another stack's",
      silent: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: !ImportValue events
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});

/** The names of the metrics that an alarm looks at, be it one metric or several in an expression. */
function metricsOf(alarm: ResourceView): readonly (string | undefined)[] {
  const metrics = alarm.get('Metrics').items();
  const names = [alarm.get('MetricName'), ...metrics.map((metric) => metric.get('MetricStat.Metric.MetricName'))];
  return names.filter((name) => !name.isAbsent).map((name) => name.pattern());
}

interface Watched {
  readonly name: string;
  /** What the pattern of a filter for these events holds. */
  readonly signs: readonly RegExp[];
  readonly trivy: string;
  readonly hub?: string;
}

const EVENTS: readonly Watched[] = [
  { name: 'the root user', signs: [/userIdentity\.type/, /Root/], trivy: 'AWS-0149', hub: 'CloudWatch.1' },
  { name: 'refused calls', signs: [/UnauthorizedOperation|AccessDenied/], trivy: 'AWS-0147', hub: 'CloudWatch.2' },
  {
    name: 'sign-ins without a second factor',
    signs: [/ConsoleLogin/, /MFAUsed/],
    trivy: 'AWS-0148',
    hub: 'CloudWatch.3',
  },
  {
    name: 'IAM policies',
    signs: [/PutUserPolicy|AttachRolePolicy|CreatePolicy/],
    trivy: 'AWS-0150',
    hub: 'CloudWatch.4',
  },
  { name: 'the trail itself', signs: [/StopLogging|UpdateTrail/], trivy: 'AWS-0151', hub: 'CloudWatch.5' },
  { name: 'failed sign-ins', signs: [/ConsoleLogin/, /Failed authentication/], trivy: 'AWS-0152', hub: 'CloudWatch.6' },
  { name: 'keys', signs: [/DisableKey|ScheduleKeyDeletion/], trivy: 'AWS-0153', hub: 'CloudWatch.7' },
  { name: 'bucket policies', signs: [/PutBucketPolicy/], trivy: 'AWS-0154', hub: 'CloudWatch.8' },
  {
    name: 'Config',
    signs: [/StopConfigurationRecorder|PutConfigurationRecorder/],
    trivy: 'AWS-0155',
    hub: 'CloudWatch.9',
  },
  { name: 'security groups', signs: [/AuthorizeSecurityGroupIngress/], trivy: 'AWS-0156', hub: 'CloudWatch.10' },
  { name: 'network ACLs', signs: [/NetworkAcl/], trivy: 'AWS-0157', hub: 'CloudWatch.11' },
  { name: 'gateways', signs: [/CustomerGateway|InternetGateway/], trivy: 'AWS-0158', hub: 'CloudWatch.12' },
  { name: 'routes', signs: [/CreateRoute\b|ReplaceRoute\b/], trivy: 'AWS-0159', hub: 'CloudWatch.13' },
  { name: 'VPCs', signs: [/CreateVpc\b|DeleteVpc\b/], trivy: 'AWS-0160', hub: 'CloudWatch.14' },
  { name: 'the organization', signs: [/organizations\.amazonaws\.com/], trivy: 'AWS-0174' },
];
