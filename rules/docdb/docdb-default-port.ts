import { defineRule, template } from '#kit';

export default defineRule({
  id: 'docdb-default-port',
  title: 'DocumentDB cluster listens on the default port',
  on: 'AWS::DocDB::DBCluster',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['DocumentDBClusterNonDefaultPort', 'AwsSolutions-DOC2'] },
  controls: {},
  why: 'Scanners try default ports first. Another port hides the cluster from the laziest of them and from no one else: security groups are what protects it.',
  remedy: 'Set Port to another number, together with the security groups and clients.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-create.html'],
  check(cluster, report) {
    const port = cluster.get('Port');
    if (!port.isAbsent && !port.is(27017)) return;
    report(port, `${cluster.logicalId} listens on the port that everybody tries first`);
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
              MasterUsername: orders
              Port: !If [IsProd, 27999, 27017]
                                      # ^^^^^
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
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              Port: !Ref Setting
      `,
    },
  ],
});
