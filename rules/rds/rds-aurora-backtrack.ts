import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'rds-aurora-backtrack',
  title: 'Aurora cluster cannot be rewound',
  on: 'AWS::RDS::DBCluster',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['AURORA_MYSQL_BACKTRACKING_ENABLED'],
    cdk_nag: ['AuroraMySQLBacktrack', 'AwsSolutions-RDS14'],
    security_hub: ['RDS.14'],
  },
  controls: { 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'Backtrack undoes a wrong statement within minutes, without a restore into a new cluster. It can only be switched on while a cluster is made or restored.',
  remedy: 'Set BacktrackWindow to the seconds to go back, 86400 for a day.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html'],
  check(cluster, report) {
    if (!cluster.get('Engine').is('aurora-mysql', 'aurora')) return;
    const window = cluster.get('BacktrackWindow');
    if (!window.isAbsent && !window.is(0)) return;
    report(window, `${cluster.logicalId} cannot be rewound after a mistake`, {
      fixes: [fix('Keep a day of changes to rewind (new clusters only; billed)', 'cost', set(window, 86400))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              BacktrackWindow: 86400
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
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              BacktrackWindow: !If [IsProd, 86400, 0]
                                                 # ^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              BacktrackWindow: !If [IsProd, 86400, 86400]
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
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              BacktrackWindow: !Ref Setting
      `,
    },
    {
      name: 'PostgreSQL knows no backtrack',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
      `,
    },
  ],
});
