import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'backup-plan-retention',
  title: 'Backup plan never deletes',
  on: 'AWS::Backup::BackupPlan',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'A backup rule without a lifecycle keeps every recovery point for ever: it is billed for ever, and personal data that was erased elsewhere lives on in it.',
  remedy: 'Add a Lifecycle with DeleteAfterDays to each rule of the plan.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html'],
  check(plan, report) {
    for (const rule of plan.get('BackupPlan.BackupPlanRule').items()) {
      const days = rule.get('Lifecycle.DeleteAfterDays');
      if (!rule.isMap || !days.isAbsent) continue;
      const name = rule.get('RuleName').pattern() ?? 'a rule';
      report(days, `${plan.logicalId} keeps the backups of ${name} for ever`, {
        fixes: [
          fix(
            'Delete backups after as many days as a parameter says',
            'behaviour',
            set(days, { Ref: 'BackupRetentionDays' }),
            addParameter('BackupRetentionDays', {
              Type: 'Number',
              Description: 'After how many days backups are deleted',
              MinValue: 1,
            }),
          ),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Plan:
            Type: AWS::Backup::BackupPlan
            Properties:
              BackupPlan:
                BackupPlanName: daily
                BackupPlanRule:
                  - RuleName: night
                  # ^^^^^^^^^^^^^^^
                    TargetBackupVault: !ImportValue Vault
                    ScheduleExpression: cron(0 3 * * ? *)
      `,
      good: template`
        Parameters:
          BackupRetentionDays:
            Type: Number
            Description: After how many days backups are deleted
            MinValue: 1
        Resources:
          Plan:
            Type: AWS::Backup::BackupPlan
            Properties:
              BackupPlan:
                BackupPlanName: daily
                BackupPlanRule:
                  - RuleName: night
                    TargetBackupVault: !ImportValue Vault
                    ScheduleExpression: cron(0 3 * * ? *)
                    Lifecycle:
                      DeleteAfterDays: !Ref BackupRetentionDays
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Plan:
            Type: AWS::Backup::BackupPlan
            Properties:
              BackupPlan:
                BackupPlanName: daily
                BackupPlanRule:
                  - RuleName: night
                    TargetBackupVault: !ImportValue Vault
                    Lifecycle: !If [IsProd, {DeleteAfterDays: 35}, !Ref AWS::NoValue]
                  # ^^^^^^^^^
      `,
    },
    {
      name: 'a number of days without default is unknown',
      silent: template`
        Parameters:
          Days:
            Type: Number
        Resources:
          Plan:
            Type: AWS::Backup::BackupPlan
            Properties:
              BackupPlan:
                BackupPlanName: daily
                BackupPlanRule:
                  - RuleName: night
                    TargetBackupVault: !ImportValue Vault
                    Lifecycle: {DeleteAfterDays: !Ref Days}
      `,
    },
  ],
});
