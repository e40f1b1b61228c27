import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-require-tls',
  title: 'Redshift Serverless workgroup lets clients connect without TLS',
  on: 'AWS::RedshiftServerless::Workgroup',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['RedshiftServerless.2'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.2'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'A client that does not ask for TLS sends its password and all data in the clear. New workgroups insist on TLS by default; this one is told not to.',
  remedy: 'Set require_ssl to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html'],
  check(workgroup, report) {
    for (const parameter of workgroup.get('ConfigParameters').items()) {
      const value = parameter.get('ParameterValue');
      if (!parameter.get('ParameterKey').is('require_ssl') || !value.is(false)) continue;
      report(value, `${workgroup.logicalId} lets clients connect without TLS`, {
        fixes: [fix('Turn clients without TLS away', 'behaviour', set(value, 'true'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              ConfigParameters:
                - ParameterKey: require_ssl
                  ParameterValue: 'false'
                                # ^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              ConfigParameters:
                - ParameterKey: require_ssl
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
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              ConfigParameters:
                - ParameterKey: require_ssl
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
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              ConfigParameters:
                - ParameterKey: require_ssl
                  ParameterValue: !If [IsProd, true, 'true']
      `,
    },
    {
      name: 'TLS is required by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
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
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              ConfigParameters:
                - ParameterKey: require_ssl
                  ParameterValue: !Ref Setting
      `,
    },
  ],
});
