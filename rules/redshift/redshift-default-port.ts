import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-default-port',
  title: 'Redshift cluster listens on the default port',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['RedshiftClusterNonDefaultPort', 'AwsSolutions-RS4'], kics: ['a478af30'] },
  controls: {},
  why: 'Scanners try default ports first. Another port hides the cluster from the laziest of them and from no one else: security groups are what protects it.',
  remedy: 'Set Port to another number, together with the security groups and clients.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html'],
  check(cluster, report) {
    const port = cluster.get('Port');
    if (!port.isAbsent && !port.is(5439)) return;
    report(port, `${cluster.logicalId} listens on the port that everybody tries first`);
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
              NodeType: ra3.large
              Port: !If [IsProd, 5432, 5439]
                                     # ^^^^
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Port: !Ref Setting
      `,
    },
  ],
});
