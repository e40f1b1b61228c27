import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dynamodb-billing-mode',
  title: 'DynamoDB table does not choose its billing mode',
  on: 'AWS::DynamoDB::Table',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cfn_nag: ['W73'], guard: ['DYNAMODB_BILLING_MODE_RULE'], kics: ['c333e906'] },
  controls: {},
  why: 'Provisioned is the default: a table without a mode may be billed for capacity it never uses, or throttle for want of it.',
  remedy: 'Set BillingMode to PAY_PER_REQUEST or PROVISIONED.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html'],
  check(table, report) {
    if (table.authoredType === 'AWS::Serverless::SimpleTable') return;
    const mode = table.get('BillingMode');
    if (!mode.isNot('PAY_PER_REQUEST', 'PROVISIONED')) return;
    const isProvisioned = !table.get('ProvisionedThroughput').isAbsent;
    report(mode, `${table.logicalId} does not choose its billing mode`, {
      fixes: [
        isProvisioned
          ? fix('Say that capacity is provisioned', 'safe', set(mode, 'PROVISIONED'))
          : fix('Pay per request', 'cost', set(mode, 'PAY_PER_REQUEST')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DynamoDB::Table
            Properties:
              ProvisionedThroughput:
                ReadCapacityUnits: 5
                WriteCapacityUnits: 5
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              ProvisionedThroughput:
                ReadCapacityUnits: 5
                WriteCapacityUnits: 5
              BillingMode: PROVISIONED
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
              BillingMode: !If [IsProd, PROVISIONED, !Ref AWS::NoValue]
            # ^^^^^^^^^^^
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
              BillingMode: !If [IsProd, PROVISIONED, PAY_PER_REQUEST]
      `,
    },
    {
      name: 'a mode without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: !Ref Setting
      `,
    },
    {
      name: 'a simple table of SAM pays per request',
      silent: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::SimpleTable
      `,
    },
  ],
});
