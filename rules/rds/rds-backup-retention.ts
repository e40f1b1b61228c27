import { defineRule, fix, mayBeClusterMember, mayBeReplica, set, template } from '#kit';

const ONE_DAY = { trivy: ['AWS-0077'], kics: ['e649a218'], security_hub: ['RDS.11'] };
/** Guard asks for a period to be named. */
const UNSAID = { ...ONE_DAY, guard: ['DB_INSTANCE_BACKUP_ENABLED'] };
const FEW_DAYS = { kics: ['e649a218'], security_hub: ['RDS.11'] };

export default defineRule({
  id: 'rds-backup-retention',
  title: 'RDS database keeps few backups or none',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {
    cfn_nag: ['W75'],
    guard: ['DB_INSTANCE_BACKUP_ENABLED'],
    trivy: ['AWS-0077'],
    cdk_nag: ['RDSInstanceBackupEnabled', 'AwsSolutions-RDS13'],
    kics: ['8c415f6f', 'e649a218'],
    security_hub: ['RDS.11'],
  },
  controls: { 'aws-fsbp': ['RDS.11'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'Restoring to a point in time reaches back as far as backups are kept. CloudFormation’s default is one day: a mistake of Friday is beyond repair on Monday.',
  remedy: 'Set BackupRetentionPeriod to 7 or more.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
  ],
  check(database, report) {
    if (mayBeClusterMember(database) || mayBeReplica(database)) return;
    const isCluster = database.type === 'AWS::RDS::DBCluster';
    const days = database.get('BackupRetentionPeriod');
    const fixes = [fix('Keep backups for seven days (billed by size)', 'cost', set(days, 7))];
    if (days.is(0)) {
      report(days, `${database.logicalId} makes no backups`, { fixes });
    } else if (days.isAbsent || days.is(1)) {
      report(days, `${database.logicalId} keeps its backups for one day`, {
        severity: 'low',
        peers: days.isAbsent && !isCluster ? UNSAID : ONE_DAY,
        fixes,
      });
    } else if (days.is(2, 3, 4, 5, 6)) {
      report(days, `${database.logicalId} keeps its backups for less than a week`, {
        severity: 'low',
        peers: FEW_DAYS,
        fixes,
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              BackupRetentionPeriod: 0
                                   # ^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              BackupRetentionPeriod: 7
      `,
    },
    {
      name: 'the default is one day',
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
              BackupRetentionPeriod: 7
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
              BackupRetentionPeriod: !If [IsProd, 14, 3]
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              BackupRetentionPeriod: !If [IsProd, 14, 7]
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
              BackupRetentionPeriod: !Ref Setting
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
