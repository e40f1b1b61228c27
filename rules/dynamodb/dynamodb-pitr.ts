import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dynamodb-pitr',
  title: 'DynamoDB table cannot be restored to a point in time',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {
    checkov: ['CKV_AWS_28', 'CKV_AWS_165'],
    cfn_nag: ['W78'],
    guard: ['DYNAMODB_PITR_ENABLED'],
    trivy: ['AWS-0024'],
    cdk_nag: ['DynamoDBPITREnabled', 'AwsSolutions-DDB3'],
    kics: ['0f04217d'],
    security_hub: ['DynamoDB.2'],
  },
  controls: { 'aws-fsbp': ['DynamoDB.2'], 'nist-800-53-r5': ['CP-9', 'CP-10', 'SI-12', 'SI-13(5)'] },
  why: 'DynamoDB keeps three copies of every item, all of them with the same mistake: after a bad deployment or a wrong delete only a backup brings the data back, and point-in-time recovery is off by default.',
  remedy: 'Enable point-in-time recovery: any second of the last 35 days can then be restored into a new table.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
  check(table, report) {
    const isGlobal = table.type === 'AWS::DynamoDB::GlobalTable';
    const holders = isGlobal ? table.get('Replicas').items() : [table];
    for (const holder of holders) {
      const enabled = holder.get('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled');
      if (!enabled.isNot(true)) continue;
      const what = isGlobal ? `A replica of ${table.logicalId}` : table.logicalId;
      report(enabled, `${what} cannot be restored to an earlier point in time`, {
        peers: isGlobal ? { checkov: ['CKV_AWS_165'] } : TABLE_PEERS,
        fixes: [fix('Enable point-in-time recovery (billed by table size)', 'cost', set(enabled, true))],
      });
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
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: true
      `,
    },
    {
      name: 'a SAM table without properties',
      bad: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Serverless::SimpleTable
      `,
      good: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::SimpleTable
            Properties:
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: true
      `,
    },
    {
      name: 'every replica of a global table',
      bad: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              Replicas:
                - Region: eu-west-1
                # ^^^^^^^^^^^^^^^^^
                - Region: eu-north-1
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              Replicas:
                - Region: eu-west-1
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: true
                - Region: eu-north-1
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: true
      `,
    },
    {
      name: 'off in development only',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Stage:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Stage, dev]
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: !If [IsDev, false, true]
                                                      # ^^^^^
      `,
    },
    {
      name: 'the value comes from another stack',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              PointInTimeRecoverySpecification:
                PointInTimeRecoveryEnabled: !ImportValue Recovery
      `,
    },
  ],
});

const TABLE_PEERS = {
  checkov: ['CKV_AWS_28'],
  cfn_nag: ['W78'],
  guard: ['DYNAMODB_PITR_ENABLED'],
  trivy: ['AWS-0024'],
  cdk_nag: ['DynamoDBPITREnabled', 'AwsSolutions-DDB3'],
  kics: ['0f04217d'],
  security_hub: ['DynamoDB.2'],
};
