import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dynamodb-deletion-protection',
  title: 'DynamoDB table can be deleted by mistake',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['DynamoDB.6'] },
  controls: { 'aws-fsbp': ['DynamoDB.6'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'One wrong call, or a change of a table’s key in the template, deletes the table. Protection makes it two steps.',
  remedy: 'Set DeletionProtectionEnabled to true; take it off first where a stack is meant to go.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html'],
  check(table, report) {
    const isGlobal = table.type === 'AWS::DynamoDB::GlobalTable';
    // SAM's simple table has no such property.
    if (table.authoredType === 'AWS::Serverless::SimpleTable') return;
    for (const holder of isGlobal ? table.get('Replicas').items() : [table]) {
      const protection = holder.get('DeletionProtectionEnabled');
      if (!protection.isNot(true)) continue;
      report(
        protection,
        `${isGlobal ? `A replica of ${table.logicalId}` : table.logicalId} can be deleted in one step`,
        {
          peers: isGlobal ? {} : { security_hub: ['DynamoDB.6'] },
          fixes: [
            fix(
              'Protect from deletion (the stack can then only be deleted after taking it off)',
              'behaviour',
              set(protection, true),
            ),
          ],
        },
      );
    }
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
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
              DeletionProtectionEnabled: true
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
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
              DeletionProtectionEnabled: !If [IsProd, true, false]
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
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
              DeletionProtectionEnabled: !If [IsProd, true, true]
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
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
              DeletionProtectionEnabled: !Ref Setting
      `,
    },
    {
      name: 'a replica of a global table',
      bad: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              Replicas:
                - Region: eu-west-1
                # ^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              Replicas:
                - Region: eu-west-1
                  DeletionProtectionEnabled: true
      `,
    },
    {
      name: 'a simple table of SAM cannot be protected',
      silent: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::SimpleTable
      `,
    },
  ],
});
