import { defineRule, fix, set, template } from '#kit';

const AUDITED = ['enabled', 'ddl', 'dml_read', 'dml_write', 'all'];

export default defineRule({
  id: 'docdb-audit-parameter',
  title: 'DocumentDB parameter group leaves auditing off',
  on: 'AWS::DocDB::DBClusterParameterGroup',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { checkov: ['CKV_AWS_104'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Without audit_logs the cluster writes no audit events, whatever logs it exports; it is off by default.',
  remedy: 'Set audit_logs to enabled, ddl, dml_write or all.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  check(group, report) {
    const audit = group.get('Parameters.audit_logs');
    if (!audit.isNot(...AUDITED)) return;
    report(audit, `${group.logicalId} leaves auditing off`, {
      fixes: [fix('Audit logins and changes of structure', 'cost', set(audit, 'enabled'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                audit_logs: enabled
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
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                audit_logs: !If [IsProd, enabled, disabled]
                                                # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                audit_logs: !If [IsProd, enabled, enabled]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                audit_logs: !Ref Setting
      `,
    },
  ],
});
