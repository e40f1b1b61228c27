import { backupOf, defineRule, template } from '#kit';

export default defineRule({
  id: 'dynamodb-backup-plan',
  title: 'DynamoDB table is in no backup plan',
  on: 'AWS::DynamoDB::Table',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['DynamoDBInBackupPlan'], security_hub: ['DynamoDB.4'] },
  controls: { 'aws-fsbp': ['DynamoDB.4'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'Point-in-time recovery lives and dies with the account; AWS Backup keeps copies in a vault that an attacker with the table’s rights cannot empty.',
  remedy: 'Select the table in a backup plan.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html'],
  check(table, report) {
    const { template } = table;
    // Plans are often made in another stack, for a whole account: only a template that makes one itself tells what it leaves out.
    if (template.resources('AWS::Backup::BackupSelection').length === 0) return;
    if (backupOf(table, 'dynamodb') !== 'none') return;
    report(table, `${table.logicalId} is left out of the backup plans of this template`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
          Selection:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: tables
                IamRoleArn: arn:aws:iam::111122223333:role/Backup
                Resources: [arn:aws:dynamodb:eu-west-1:111122223333:table/other]
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
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
          Selection:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: tables
                IamRoleArn: arn:aws:iam::111122223333:role/Backup
                Resources: [!If [IsProd, !GetAtt Orders.Arn, arn:aws:dynamodb:eu-west-1:111122223333:table/other]]
      `,
    },
    {
      name: 'a plan of another stack is unknown',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
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
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
          Selection:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: tables
                IamRoleArn: arn:aws:iam::111122223333:role/Backup
                Resources: [!Ref Setting]
      `,
    },
  ],
});
