import { append, defineRule, fix, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-log-export',
  title: 'Redshift Serverless namespace keeps no audit log',
  on: 'AWS::RedshiftServerless::Namespace',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['RedshiftServerless.6'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.6'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Logins, failed ones too, and changes of users are only kept in system tables, where an admin can tidy up. Nothing is exported by default.',
  remedy: 'List connectionlog and userlog in LogExports.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html'],
  check(namespace, report) {
    const logs = namespace.get('LogExports');
    if (logs.isUnknown || logs.isOpen) return;
    const missing = ['connectionlog', 'userlog'].filter((log) => logs.items().every((item) => item.isNot(log)));
    if (missing.length === 0) return;
    report(logs, `${namespace.logicalId} does not export its audit log (${missing.join(', ')})`, {
      fixes: [
        fix(
          'Export the audit log to CloudWatch Logs (billed by volume)',
          'cost',
          ...missing.map((log) => append(logs, log)),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              LogExports:
                - connectionlog
                - userlog
      `,
    },
    {
      name: 'one of two',
      bad: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              LogExports: [userlog]
            # ^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              LogExports: [userlog, connectionlog]
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              LogExports: !If [IsProd, [connectionlog, userlog], !Ref AWS::NoValue]
            # ^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              LogExports: !If [IsProd, [connectionlog, userlog], [connectionlog, userlog]]
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              LogExports: !Ref Setting
      `,
    },
  ],
});
