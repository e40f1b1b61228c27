import { addResource, companion, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'msk-logging',
  title: 'MSK cluster keeps its broker logs to itself',
  on: 'AWS::MSK::Cluster',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_80', 'CKV2_AWS_25'],
    trivy: ['AWS-0074'],
    cdk_nag: ['MSKBrokerLogging', 'AwsSolutions-MSK6'],
    kics: ['fc7c2c15'],
  },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Failed logins and refused requests show in the broker logs only, which are delivered nowhere by default.',
  remedy: 'Deliver the broker logs to a log group, a bucket or Firehose (LoggingInfo.BrokerLogs).',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
  check(cluster, report) {
    const logs = cluster.get('LoggingInfo.BrokerLogs');
    const destinations = ['CloudWatchLogs', 'S3', 'Firehose'].map((name) => logs.get(name).get('Enabled'));
    if (!destinations.every((enabled) => enabled.isNot(true))) return;
    const group = `${cluster.logicalId}Logs`;
    report(logs, `${cluster.logicalId} does not deliver its broker logs`, {
      fixes: [
        fix(
          'Deliver the broker logs to a log group (billed by volume)',
          'cost',
          addResource(group, companion(cluster, 'AWS::Logs::LogGroup', { RetentionInDays: 365 }), cluster),
          set(logs.get('CloudWatchLogs'), { Enabled: true, LogGroup: { Ref: group } }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
        # ^^^^^^
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              LoggingInfo:
                BrokerLogs:
                  CloudWatchLogs:
                    Enabled: true
                    LogGroup: !Ref EventsLogs
          EventsLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
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
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              LoggingInfo:
                BrokerLogs:
              # ^^^^^^^^^^
                  S3:
                    Enabled: !If [IsProd, true, false]
                    Bucket: logs
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              LoggingInfo:
                BrokerLogs:
                  S3:
                    Enabled: !If [IsProd, true, false]
                    Bucket: logs
                  CloudWatchLogs:
                    Enabled: true
                    LogGroup: !Ref EventsLogs
          EventsLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              LoggingInfo:
                BrokerLogs:
                  S3:
                    Enabled: !Ref Setting
      `,
    },
  ],
});
