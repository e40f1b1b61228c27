import { addParameter, associatedWith, defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'route53-query-logging',
  title: 'Public hosted zone does not log queries',
  on: 'AWS::Route53::HostedZone',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { kics: ['0f0fb06b'], security_hub: ['Route53.2'] },
  controls: { 'aws-fsbp': ['Route53.2'], 'nist-800-53-r5': ['AU-2', 'AU-12', 'SI-4'] },
  why: 'The query log shows which names are asked for, by which resolvers: the first sign of a scan, a takeover of a forgotten name, or data that leaves by way of DNS. The log group has to be in us-east-1. Private zones are logged by the resolver of their VPC instead.',
  remedy: 'Set QueryLoggingConfig to a log group in us-east-1 that Route 53 may write to.',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html'],
  check(zone, report) {
    const log = zone.get('QueryLoggingConfig.CloudWatchLogsLogGroupArn');
    const vpcs = zone.get('VPCs');
    if (!vpcs.isAbsent || !log.isAbsent || isLoggedElsewhere(zone)) return;
    report(log, `${zone.logicalId} does not log queries`, {
      fixes: [
        fix(
          'Log queries to a log group that a parameter names',
          'cost',
          set(log, { Ref: 'QueryLogGroupArn' }),
          addParameter('QueryLogGroupArn', {
            Type: 'String',
            Description: 'The ARN of a log group in us-east-1 that route53.amazonaws.com may write to',
            AllowedPattern: '^arn:aws[a-z-]*:logs:us-east-1:[0-9]{12}:log-group:.+$',
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Zone:
        # ^^^^
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
      `,
      good: template`
        Parameters:
          QueryLogGroupArn:
            Type: String
            Description: The ARN of a log group in us-east-1 that route53.amazonaws.com may write to
            AllowedPattern: '^arn:aws[a-z-]*:logs:us-east-1:[0-9]{12}:log-group:.+$'
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
              QueryLoggingConfig:
                CloudWatchLogsLogGroupArn: !Ref QueryLogGroupArn
      `,
    },
    {
      when: 'HasLog is false',
      bad: template`
        Parameters:
          Log:
            Type: String
        Conditions:
          HasLog: !Not [!Equals [!Ref Log, '']]
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
              QueryLoggingConfig: !If [HasLog, {CloudWatchLogsLogGroupArn: !Ref Log}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a private zone is logged by the resolver of its VPC',
      silent: template`
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: internal
              VPCs: [{VPCId: vpc-0123456789abcdef0, VPCRegion: eu-north-1}]
      `,
    },
    {
      name: 'logging that is a resource of its own',
      silent: template`
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
          Queries:
            Type: AWS::Route53::QueryLoggingConfig
            Properties:
              HostedZoneId: !Ref Zone
              CloudWatchLogsLogGroupArn: !ImportValue Log
      `,
    },
    {
      name: 'a log group without default is unknown',
      silent: template`
        Parameters:
          Log:
            Type: String
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
              QueryLoggingConfig: {CloudWatchLogsLogGroupArn: !Ref Log}
      `,
    },
  ],
});

function isLoggedElsewhere(zone: ResourceView): boolean {
  return zone.template
    .resources('AWS::Route53::QueryLoggingConfig')
    .map((config) => config.get('HostedZoneId'))
    .some((id) => associatedWith(id, zone, 'Id') || (id.isUnknown && !id.target()));
}
