import { backupOf, defineRule, mayBeClusterMember, template } from '#kit';

export default defineRule({
  id: 'rds-backup-plan',
  title: 'RDS database is in no backup plan',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['RDSInBackupPlan'], security_hub: ['RDS.26'] },
  controls: { 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'Automated backups live and die with the database and its account; AWS Backup keeps copies in a vault that an attacker with the database’s rights cannot empty.',
  remedy: 'Select the database in a backup plan.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html'],
  check(database, report) {
    const { template } = database;
    // Plans are often made in another stack, for a whole account: only a template that makes one itself tells what it leaves out.
    if (mayBeClusterMember(database) || template.resources('AWS::Backup::BackupSelection').length === 0) return;
    if (backupOf(database, 'rds') !== 'none') return;
    report(database, `${database.logicalId} is left out of the backup plans of this template`);
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
          Selection:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: databases
                IamRoleArn: arn:aws:iam::111122223333:role/Backup
                Resources: [arn:aws:rds:eu-west-1:111122223333:db:other]
      `,
    },
    {
      name: 'selected in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
          Selection:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: databases
                IamRoleArn: arn:aws:iam::111122223333:role/Backup
                Resources: [!If [IsProd, !GetAtt Orders.DBInstanceArn, arn:aws:rds:eu-west-1:111122223333:db:other]]
      `,
    },
    {
      name: 'a plan of another stack is unknown',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
      `,
    },
    {
      name: 'a selection without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
          Selection:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: databases
                IamRoleArn: arn:aws:iam::111122223333:role/Backup
                Resources: [!Ref Setting]
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
  ],
});
