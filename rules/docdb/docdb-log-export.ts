import { append, defineRule, fix, template } from '#kit';

const CDK_NAG = ['DocumentDBClusterLogExports', 'AwsSolutions-DOC5'];
const PEERS = {
  checkov: ['CKV_AWS_85'],
  trivy: ['AWS-0020'],
  kics: ['1bf3b3d4'],
  security_hub: ['DocumentDB.4'],
};

export default defineRule({
  id: 'docdb-log-export',
  title: 'DocumentDB cluster keeps no audit log',
  on: 'AWS::DocDB::DBCluster',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_85'],
    trivy: ['AWS-0020'],
    cdk_nag: ['DocumentDBClusterLogExports', 'AwsSolutions-DOC5'],
    kics: ['1bf3b3d4'],
    security_hub: ['DocumentDB.4'],
  },
  controls: { 'aws-fsbp': ['DocumentDB.4'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Who logged in and who dropped a collection is only known from the audit log, and only if it leaves the cluster. The parameter audit_logs has to be enabled too.',
  remedy: 'Add audit to EnableCloudwatchLogsExports.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  check(cluster, report) {
    const logs = cluster.get('EnableCloudwatchLogsExports');
    if (logs.isUnknown || logs.isOpen || logs.items().some((log) => !log.isNot('audit'))) return;
    const profiles = logs.items().some((log) => !log.isNot('profiler'));
    report(logs, `${cluster.logicalId} does not export its audit log`, {
      peers: profiles ? { cdk_nag: CDK_NAG, security_hub: ['DocumentDB.4'] } : { ...PEERS, cdk_nag: CDK_NAG },
      fixes: [fix('Export the audit log to CloudWatch Logs (billed by volume)', 'cost', append(logs, 'audit'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              EnableCloudwatchLogsExports:
                - audit
      `,
    },
    {
      name: 'the profiler does not tell who did it',
      bad: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              EnableCloudwatchLogsExports: [profiler]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              EnableCloudwatchLogsExports: [profiler, audit]
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
            Type: AWS::DocDB::DBCluster
            Properties:
              EnableCloudwatchLogsExports: !If [IsProd, [audit], !Ref AWS::NoValue]
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
            Type: AWS::DocDB::DBCluster
            Properties:
              EnableCloudwatchLogsExports: !If [IsProd, [audit], [audit]]
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
            Type: AWS::DocDB::DBCluster
            Properties:
              EnableCloudwatchLogsExports: !Ref Setting
      `,
    },
  ],
});
