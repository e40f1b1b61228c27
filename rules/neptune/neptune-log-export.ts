import { append, defineRule, fix, template } from '#kit';

export default defineRule({
  id: 'neptune-log-export',
  title: 'Neptune cluster keeps no audit log',
  on: 'AWS::Neptune::DBCluster',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { checkov: ['CKV_AWS_101'], trivy: ['AWS-0075'], security_hub: ['Neptune.2'] },
  controls: { 'aws-fsbp': ['Neptune.2'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Who asked what of the graph is only known from the audit log, and only if it leaves the cluster. The parameter neptune_enable_audit_log has to be on too.',
  remedy: 'Add audit to EnableCloudwatchLogsExports.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html'],
  check(cluster, report) {
    const logs = cluster.get('EnableCloudwatchLogsExports');
    if (logs.isUnknown || logs.isOpen || logs.items().some((log) => !log.isNot('audit'))) return;
    report(logs, `${cluster.logicalId} does not export its audit log`, {
      fixes: [fix('Export the audit log to CloudWatch Logs (billed by volume)', 'cost', append(logs, 'audit'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              EnableCloudwatchLogsExports:
                - audit
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
            Type: AWS::Neptune::DBCluster
            Properties:
              EnableCloudwatchLogsExports: !If [IsProd, [audit], [slowquery]]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              EnableCloudwatchLogsExports: !If [IsProd, [audit], [slowquery, audit]]
      `,
    },
    {
      name: 'logs from a parameter are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: CommaDelimitedList
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              EnableCloudwatchLogsExports: !Ref Setting
      `,
    },
  ],
});
