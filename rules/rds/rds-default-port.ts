import { defineRule, mayBeClusterMember, mayBeReplica, template } from '#kit';

const PORTS: readonly (readonly [engine: RegExp, port: number])[] = [
  [/mysql|mariadb|^aurora$/i, 3306],
  [/postgres/i, 5432],
  [/oracle/i, 1521],
  [/sqlserver/i, 1433],
  [/^db2/i, 50000],
];

export default defineRule({
  id: 'rds-default-port',
  title: 'RDS database listens on the default port of its engine',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['RDSNonDefaultPort', 'AwsSolutions-RDS11'], kics: ['1fe9d958'], security_hub: ['RDS.23'] },
  controls: { 'aws-fsbp': ['RDS.23'] },
  why: 'Scanners try default ports first. Another port hides the database from the laziest of them and from no one else: security groups are what protects it.',
  remedy: 'Set Port to another number, together with the security groups and clients.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html'],
  check(database, report) {
    if (mayBeClusterMember(database) || mayBeReplica(database)) return;
    const port = database.get('Port');
    const engine = database.get('Engine');
    const usual = PORTS.find(([engines]) => engine.satisfies((text) => engines.test(text)))?.[1];
    if (!port.isAbsent && (usual === undefined || !port.is(usual))) return;
    report(port, `${database.logicalId} listens on the port that everybody tries first`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              Port: 3306
                  # ^^^^
      `,
    },
    {
      name: 'the default',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              Port: !If [IsProd, 6543, 5432]
                                     # ^^^^
      `,
    },
    {
      name: 'a port without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              Port: !Ref Setting
      `,
    },
    {
      name: 'a member of a cluster takes it from the cluster',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !ImportValue OrdersCluster
      `,
    },
    {
      name: 'a replica can be made again from its source',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              SourceDBInstanceIdentifier: orders
      `,
    },
  ],
});
