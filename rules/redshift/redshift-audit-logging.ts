import { defineRule, fix, set, template } from '#kit';

const TO_CLOUDWATCH = { LogDestinationType: 'cloudwatch', LogExports: ['connectionlog', 'userlog', 'useractivitylog'] };

export default defineRule({
  id: 'redshift-audit-logging',
  title: 'Redshift cluster keeps no audit log',
  on: 'AWS::Redshift::Cluster',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_71'],
    cdk_nag: ['RedshiftClusterAuditLogging', 'AwsSolutions-RS5', 'RedshiftClusterConfiguration'],
    kics: ['3de2d4ff'],
    security_hub: ['Redshift.4'],
  },
  controls: { 'aws-fsbp': ['Redshift.4'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Logins, failed ones too, and changes of users are kept in system tables for days only, where whoever owns the cluster can tidy up. Audit logging is off by default.',
  remedy: 'Name a log bucket, or CloudWatch as the destination, in LoggingProperties.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
  check(cluster, report) {
    const logging = cluster.get('LoggingProperties');
    if (!logging.get('BucketName').isAbsent || !logging.get('LogDestinationType').isNot('cloudwatch')) return;
    report(logging, `${cluster.logicalId} keeps no audit log`, {
      fixes: [fix('Send the audit log to CloudWatch Logs (billed by volume)', 'cost', set(logging, TO_CLOUDWATCH))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              LoggingProperties:
                LogDestinationType: cloudwatch
                LogExports:
                  - connectionlog
                  - userlog
                  - useractivitylog
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
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              LoggingProperties: !If [IsProd, {BucketName: !ImportValue Logs}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              LoggingProperties: !If [IsProd, {BucketName: !ImportValue Logs}, {LogDestinationType: cloudwatch, LogExports: [connectionlog, userlog, useractivitylog]}]
      `,
    },
    {
      name: 'a bucket from elsewhere',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              LoggingProperties:
                BucketName: !Ref Setting
      `,
    },
    {
      name: 'CloudWatch is a destination too',
      silent: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              LoggingProperties:
                LogDestinationType: cloudwatch
                LogExports: [connectionlog]
      `,
    },
  ],
});
