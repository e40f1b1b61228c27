import { append, defineRule, fix, set, template } from '#kit';

const REQUIRE_TLS = { ParameterName: 'require_ssl', ParameterValue: 'true' };

export default defineRule({
  id: 'redshift-require-tls',
  title: 'Redshift parameter group lets clients connect without TLS',
  on: 'AWS::Redshift::ClusterParameterGroup',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_105'],
    cdk_nag: ['RedshiftRequireTlsSSL', 'AwsSolutions-RS1'],
    security_hub: ['Redshift.2'],
  },
  controls: { 'aws-fsbp': ['Redshift.2'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'A client that does not ask for TLS sends its password and all data in the clear. The default group has insisted on TLS since 2025; groups of the family redshift-1.0 do not unless told to.',
  remedy: 'Set require_ssl to true.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html'],
  check(group, report) {
    const parameters = group.get('Parameters');
    if (parameters.isUnknown || parameters.isOpen) return;
    const entry = parameters.items().find((item) => !item.get('ParameterName').isNot('require_ssl'));
    if (!entry) {
      if (!group.get('ParameterGroupFamily').isNot('redshift-2.0')) return;
      report(parameters, `${group.logicalId} does not ask clients for TLS`, {
        fixes: [fix('Turn clients without TLS away', 'behaviour', append(parameters, REQUIRE_TLS))],
      });
      return;
    }
    const value = entry.get('ParameterValue');
    if (!entry.get('ParameterName').is('require_ssl') || !value.isNot(true)) return;
    report(value, `${group.logicalId} lets clients connect without TLS`, {
      fixes: [fix('Turn clients without TLS away', 'behaviour', set(value, 'true'))],
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
                - ParameterName: require_ssl
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
                - ParameterName: require_ssl
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
                - ParameterName: statement_timeout
                  ParameterValue: '60000'
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: statement_timeout
                  ParameterValue: '60000'
                - ParameterName: require_ssl
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
                - ParameterName: require_ssl
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
                - ParameterName: require_ssl
                  ParameterValue: !If [IsProd, true, 'true']
      `,
    },
    {
      name: 'groups of the newer family insist on TLS by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: Orders
              ParameterGroupFamily: redshift-2.0
              Parameters:
                - ParameterName: statement_timeout
                  ParameterValue: '60000'
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
                - ParameterName: require_ssl
                  ParameterValue: !Ref Setting
      `,
    },
  ],
});
