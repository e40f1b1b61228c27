import { addResource, defineRule, fix, logGroupBody, logWriterBody, set, template } from '#kit';

const PEERS = {
  guard: ['CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED'],
  trivy: ['AWS-0162'],
  cdk_nag: ['CloudTrailCloudWatchLogsEnabled'],
  kics: ['65d07da5'],
  security_hub: ['CloudTrail.5'],
};

export default defineRule({
  id: 'cloudtrail-log-group',
  title: 'Trail does not reach CloudWatch Logs',
  on: 'AWS::CloudTrail::Trail',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: PEERS,
  controls: { 'aws-fsbp': ['CloudTrail.5'], 'nist-800-53-r5': ['AU-6', 'SI-4'] },
  why: 'Files in a bucket are read after the fact; alarms on what happens need the events in a log group.',
  remedy: 'Name a log group and a role in CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
  ],
  check(trail, report) {
    const group = trail.get('CloudWatchLogsLogGroupArn');
    const role = trail.get('CloudWatchLogsRoleArn');
    const missing = [group, role].find((name) => name.isAbsent || name.is(''));
    if (!missing) return;
    const logs = `${trail.logicalId}Logs`;
    const writer = `${trail.logicalId}LogsRole`;
    report(missing, `${trail.logicalId} sends no events to CloudWatch Logs`, {
      peers: missing === role ? { ...PEERS, trivy: [] } : undefined,
      fixes: () => [
        group.isAbsent && role.isAbsent
          ? fix(
              'Send the events to a new log group',
              'cost',
              addResource(logs, logGroupBody(trail), trail),
              addResource(
                writer,
                logWriterBody(trail, { service: 'cloudtrail.amazonaws.com', groups: { 'Fn::GetAtt': [logs, 'Arn'] } }),
                trail,
              ),
              set(group, { 'Fn::GetAtt': [logs, 'Arn'] }),
              set(role, { 'Fn::GetAtt': [writer, 'Arn'] }),
            )
          : undefined,
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: audit-logs
      `,
      good: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: audit-logs
              CloudWatchLogsLogGroupArn: !GetAtt AuditLogs.Arn
              CloudWatchLogsRoleArn: !GetAtt AuditLogsRole.Arn
          AuditLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
          AuditLogsRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: cloudtrail.amazonaws.com
                    Action: sts:AssumeRole
              Policies:
                - PolicyName: WriteLogs
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action:
                          - logs:CreateLogStream
                          - logs:PutLogEvents
                        Resource: !GetAtt AuditLogs.Arn
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
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: !If [IsProd, 'arn:aws:logs:eu-west-1:123456789012:log-group:audit:*', !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^
              CloudWatchLogsRoleArn: !If [IsProd, 'arn:aws:iam::123456789012:role/audit', !Ref AWS::NoValue]
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'an empty name is none, and a group is nothing without a role',
      bad: template`
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: ''
                                       # ^^
              CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/audit
              IsLogging: true
              S3BucketName: audit-logs
          Other:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:123456789012:log-group:audit:*
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the group is a parameter without default',
      silent: template`
        Parameters:
          Group: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              CloudWatchLogsLogGroupArn: !Ref Group
              CloudWatchLogsRoleArn: !ImportValue role
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});
