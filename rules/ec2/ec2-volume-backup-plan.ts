import { backupOf, defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-volume-backup-plan',
  title: 'EBS volume is in no backup plan',
  on: 'AWS::EC2::Volume',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['EC2EBSInBackupPlan'], security_hub: ['EC2.28'] },
  controls: { 'aws-fsbp': ['EC2.28'], 'nist-800-53-r5': ['CP-9', 'CP-10'], hipaa: ['164.308(a)(7)(ii)(A)'] },
  why: 'A volume is kept in one Availability Zone, and nothing brings back what is deleted or encrypted by an intruder, unless snapshots are taken on a plan. A plan of another stack, by tags, counts as well and cannot be seen here.',
  remedy: 'Select the volume in a backup plan, by tag or by ARN.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  check(resource, report) {
    if (backupOf(resource, 'ec2') !== 'none') return;
    report(resource, `${resource.logicalId} is in no backup plan of this template`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
      `,
    },
    {
      name: 'backed up in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
        # ^^^^
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
          Select:
            Type: AWS::Backup::BackupSelection
            Condition: IsProd
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: volumes
                IamRoleArn: arn:aws:iam::111122223333:role/backup
                Resources: [!Sub 'arn:aws:ec2:eu-west-1:111122223333:volume/\${Data}']
      `,
    },
    {
      name: 'a plan that selects by tags may select the volume',
      silent: template`
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
          Select:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: plan
              BackupSelection:
                SelectionName: tagged
                IamRoleArn: arn:aws:iam::111122223333:role/backup
                ListOfTags: [{ConditionKey: backup, ConditionType: STRINGEQUALS, ConditionValue: 'yes'}]
      `,
    },
  ],
});
