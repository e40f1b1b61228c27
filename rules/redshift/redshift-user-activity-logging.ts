import { append, defineRule, fix, set, template } from '#kit';

const NAME = 'enable_user_activity_logging';

export default defineRule({
  id: 'redshift-user-activity-logging',
  title: 'Redshift parameter group does not log statements',
  on: 'AWS::Redshift::ClusterParameterGroup',
  severity: 'medium',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['RedshiftClusterUserActivityLogging', 'AwsSolutions-RS11'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'The audit log of logins does not tell what was asked. Statements are logged only where enable_user_activity_logging says so.',
  remedy: 'Set enable_user_activity_logging to true.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
  check(group, report) {
    const parameters = group.get('Parameters');
    if (parameters.isUnknown || parameters.isOpen) return;
    const entry = parameters.items().find((item) => !item.get('ParameterName').isNot(NAME));
    if (!entry) {
      report(parameters, `${group.logicalId} does not log statements`, {
        fixes: [fix('Log statements', 'cost', append(parameters, { ParameterName: NAME, ParameterValue: 'true' }))],
      });
      return;
    }
    const value = entry.get('ParameterValue');
    if (!entry.get('ParameterName').is(NAME) || !value.isNot(true)) return;
    report(value, `${group.logicalId} does not log statements`, {
      fixes: [fix('Log statements', 'cost', set(value, 'true'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: enable_user_activity_logging
                  ParameterValue: 'false'
                                # ^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: enable_user_activity_logging
                  ParameterValue: 'true'
      `,
    },
    {
      name: 'the parameter is missing',
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
            # ^^^^^^^^^^
                - ParameterName: require_ssl
                  ParameterValue: 'true'
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: require_ssl
                  ParameterValue: 'true'
                - ParameterName: enable_user_activity_logging
                  ParameterValue: 'true'
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
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: enable_user_activity_logging
                  ParameterValue: !If [IsProd, true, false]
                                                   # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: enable_user_activity_logging
                  ParameterValue: !If [IsProd, true, 'true']
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
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: enable_user_activity_logging
                  ParameterValue: !Ref Setting
      `,
    },
  ],
});
