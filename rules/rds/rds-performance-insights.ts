import { customerKey, defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'rds-performance-insights',
  title: 'RDS database has no Performance Insights',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { trivy: ['AWS-0133'] },
  controls: { 'nist-800-53-r5': ['SI-4'] },
  why: 'Performance Insights shows which statements and users load the database, which is where a leak or an abuse shows first. Seven days of it are free.',
  remedy: 'Switch Performance Insights on.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html'],
  check(database, report) {
    const isCluster = database.type === 'AWS::RDS::DBCluster';
    // For Aurora it is a matter of the instances.
    if (isCluster && database.get('DBClusterInstanceClass').isAbsent) return;
    const insights = database.get(isCluster ? 'PerformanceInsightsEnabled' : 'EnablePerformanceInsights');
    if (!insights.isNot(true)) return;
    const key = database.get(isCluster ? 'PerformanceInsightsKmsKeyId' : 'PerformanceInsightsKMSKeyId');
    report(insights, `${database.logicalId} does not tell which statements load it`, {
      fixes: () => {
        if (isTooSmall(database)) return [];
        return [
          fix('Switch Performance Insights on (seven days are free)', 'behaviour', set(insights, true)),
          key.isAbsent
            ? customerKey(database, key, {
                title: 'Switch Performance Insights on, encrypted with a key of the stack',
                safety: 'cost',
                also: [set(insights, true)],
              })
            : undefined,
        ];
      },
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EnablePerformanceInsights: true
      `,
    },
    {
      name: 'a class that is too small for it',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              DBInstanceClass: db.t3.micro
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
              Engine: mysql
              EnablePerformanceInsights: !If [IsProd, true, false]
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EnablePerformanceInsights: !If [IsProd, true, true]
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EnablePerformanceInsights: !Ref Setting
      `,
    },
    {
      name: 'Aurora asks its instances',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
      `,
    },
  ],
});

/** Whether a MySQL or one of its kin runs on so little memory that RDS refuses Performance Insights. */
function isTooSmall(database: ResourceView): boolean {
  const engine = database.get('Engine');
  const size = database.get('DBInstanceClass');
  if (engine.is('aurora-mysql')) return size.satisfies((name) => /^db\.(t2|t3|t4g\.(micro|small)$)/.test(name));
  if (!engine.satisfies((name) => /^(mysql|mariadb)$/i.test(name))) return false;
  return size.satisfies((name) => /^db\.t(2|3|4g)\.(micro|small)$/.test(name));
}
