import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'rds-performance-insights-customer-key',
  title: 'RDS Performance Insights is encrypted with a key that AWS manages',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { trivy: ['AWS-0078'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'The statements that Performance Insights keeps may hold personal data. The default key aws/rds serves the whole account, and its policy cannot be changed.',
  remedy: 'Set the KMS key of Performance Insights to one of your own.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html'],
  check(database, report) {
    const isCluster = database.type === 'AWS::RDS::DBCluster';
    if (!database.get(isCluster ? 'PerformanceInsightsEnabled' : 'EnablePerformanceInsights').is(true)) return;
    const key = database.get(isCluster ? 'PerformanceInsightsKmsKeyId' : 'PerformanceInsightsKMSKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `The statements that ${database.logicalId} keeps are encrypted with the key that AWS manages`, {
      fixes: [
        customerKey(database, key, {
          title: 'Encrypt Performance Insights with a key of the stack (new databases only)',
          safety: 'replacement',
        }),
      ],
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
              EnablePerformanceInsights: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EnablePerformanceInsights: true
              PerformanceInsightsKMSKeyId: !GetAtt OrdersKey.Arn
          OrdersKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
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
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: mysql
              PerformanceInsightsEnabled: !If [IsProd, false, true]
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: mysql
              PerformanceInsightsEnabled: !If [IsProd, false, true]
              PerformanceInsightsKmsKeyId: !GetAtt OrdersKey.Arn
          OrdersKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
      `,
    },
    {
      name: 'whether it is on is unknown',
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
  ],
});
