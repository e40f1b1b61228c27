import { defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'dynamodb-autoscaling',
  title: 'DynamoDB table has a fixed capacity',
  on: 'AWS::DynamoDB::Table',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['DynamoDBAutoScalingEnabled'], security_hub: ['DynamoDB.1'] },
  controls: { 'aws-fsbp': ['DynamoDB.1'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'A flood of requests, meant or not, throttles everyone else.',
  remedy: 'Pay per request, or scale the capacity with Application Auto Scaling.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html'],
  check(table, report) {
    const capacity = table.get('ProvisionedThroughput');
    const mode = table.get('BillingMode');
    if (!capacity.isGiven || !mode.isNot('PAY_PER_REQUEST') || table.template.isOpen) return;
    // A target may name the table by its name alone.
    if (table.template.resources('AWS::ApplicationAutoScaling::ScalableTarget').length > 0) return;
    const isPlain = table.get('GlobalSecondaryIndexes').isAbsent && table.authoredType === table.type;
    report(capacity, `${table.logicalId} has a fixed capacity`, {
      fixes: [isPlain ? fix('Pay per request', 'cost', set(mode, 'PAY_PER_REQUEST'), remove(capacity)) : undefined],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: orders
              ProvisionedThroughput:
            # ^^^^^^^^^^^^^^^^^^^^^
                ReadCapacityUnits: 5
                WriteCapacityUnits: 5
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: orders
              BillingMode: PAY_PER_REQUEST
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
              BillingMode: !If [IsProd, PAY_PER_REQUEST, PROVISIONED]
              ProvisionedThroughput:
            # ^^^^^^^^^^^^^^^^^^^^^
                ReadCapacityUnits: 5
                WriteCapacityUnits: 5
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
              BillingMode: !If [IsProd, PAY_PER_REQUEST, PAY_PER_REQUEST]
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
              ProvisionedThroughput:
                ReadCapacityUnits: 5
                WriteCapacityUnits: 5
      `,
    },
    {
      name: 'capacity that is scaled',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              ProvisionedThroughput:
                ReadCapacityUnits: 5
                WriteCapacityUnits: 5
          Reads:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ResourceId: !Sub table/\${Orders}
      `,
    },
  ],
});
