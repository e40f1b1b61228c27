import { addResource, companion, defineRule, type Fragment, fix, type ResourceView, set, template } from '#kit';

const INTERVALS = [1, 5, 10, 15, 30, 60];

export default defineRule({
  id: 'rds-enhanced-monitoring',
  title: 'RDS database has no enhanced monitoring',
  on: 'AWS::RDS::DBInstance',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_118'],
    guard: ['RDS_ENHANCED_MONITORING_ENABLED'],
    cdk_nag: ['RDSEnhancedMonitoringEnabled'],
    security_hub: ['RDS.6'],
  },
  controls: { 'aws-fsbp': ['RDS.6'], 'nist-800-53-r5': ['SI-4'] },
  why: 'CloudWatch shows what the hypervisor sees; which process eats memory or floods the disk only the agent of enhanced monitoring tells.',
  remedy: 'Set MonitoringInterval to 60 and give a monitoring role.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html'],
  check(database, report) {
    const interval = database.get('MonitoringInterval');
    const title = 'Monitor the operating system every minute (billed as logs)';
    const role = `${database.logicalId}MonitoringRole`;
    const roleArn = database.get('MonitoringRoleArn');
    const isWithoutRole = interval.is(...INTERVALS) && roleArn.isAbsent;
    if (!isWithoutRole && !interval.isNot(...INTERVALS)) return;
    report(isWithoutRole ? roleArn : interval, `${database.logicalId} reports nothing of its operating system`, {
      // The others are content with an interval.
      ...(isWithoutRole ? { peers: {} } : {}),
      fixes: [
        roleArn.isAbsent
          ? fix(
              title,
              'cost',
              addResource(role, monitoringRole(database), database),
              isWithoutRole ? undefined : set(interval, 60),
              set(roleArn, { 'Fn::GetAtt': [role, 'Arn'] }),
            )
          : fix(title, 'cost', set(interval, 60)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MonitoringRoleArn: !ImportValue MonitoringRole
              MonitoringInterval: 0
                                # ^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MonitoringRoleArn: !ImportValue MonitoringRole
              MonitoringInterval: 60
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
              MonitoringRoleArn: !ImportValue MonitoringRole
              MonitoringInterval: !If [IsProd, 60, 0]
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
              MonitoringRoleArn: !ImportValue MonitoringRole
              MonitoringInterval: !If [IsProd, 60, 60]
      `,
    },
    {
      name: 'the role comes with the interval',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              MonitoringInterval: 60
              MonitoringRoleArn: !GetAtt OrdersMonitoringRole.Arn
          OrdersMonitoringRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: monitoring.rds.amazonaws.com
                    Action: sts:AssumeRole
              ManagedPolicyArns:
                - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole'
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
              Engine: mysql
              MonitoringInterval: !Ref Setting
      `,
    },
    {
      name: 'without a role nothing is sent',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              MonitoringInterval: 60
      `,
    },
  ],
});

function monitoringRole(database: ResourceView): Fragment {
  return companion(database, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'monitoring.rds.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    ManagedPolicyArns: [
      { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole` },
    ],
  });
}
