import { addResource, append, defineRule, type Fragment, fix, logGroupBody, set, template } from '#kit';

export default defineRule({
  id: 'stepfunctions-logging',
  title: 'State machine keeps no log',
  on: 'AWS::StepFunctions::StateMachine',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    trivy: ['AWS-0119'],
    cdk_nag: ['StepFunctionStateMachineAllLogsToCloudWatch', 'AwsSolutions-SF1'],
    security_hub: ['StepFunctions.1'],
  },
  controls: { 'aws-fsbp': ['StepFunctions.1'], 'nist-800-53-r5': ['AU-12'] },
  why: 'The history of an execution is gone after 90 days, and express workflows keep none at all: without a log nobody sees what failed, or who started what.',
  remedy: 'Set a level and a log group in LoggingConfiguration, and let the role of the machine deliver logs.',
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  check(machine, report) {
    const logging = machine.get('LoggingConfiguration');
    const level = logging.get('Level');
    if (!level.isNot('ALL', 'ERROR', 'FATAL')) return;
    const name = machine.resource.key.text;
    const role = machine.get('RoleArn').target()?.resource;
    const logs = `${name}Logs`;
    const configuration = {
      Level: 'ERROR',
      IncludeExecutionData: false,
      Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': [logs, 'Arn'] } } }],
    };
    report(level, `${name} keeps no log of its executions`, {
      fixes: () => [
        role && logging.isAbsent
          ? fix(
              'Log failures to a new log group',
              'cost',
              addResource(logs, logGroupBody(machine), machine),
              set(logging, configuration),
              append(role.get('Policies'), { PolicyName: 'DeliverLogs', PolicyDocument: DELIVERY }),
            )
          : undefined,
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: !GetAtt OrdersRole.Arn
          OrdersRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: !GetAtt OrdersRole.Arn
              LoggingConfiguration:
                Level: ERROR
                IncludeExecutionData: false
                Destinations:
                  - CloudWatchLogsLogGroup:
                      LogGroupArn: !GetAtt OrdersLogs.Arn
          OrdersLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
          OrdersRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: DeliverLogs
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action:
                          - logs:CreateLogDelivery
                          - logs:GetLogDelivery
                          - logs:UpdateLogDelivery
                          - logs:DeleteLogDelivery
                          - logs:ListLogDeliveries
                          - logs:PutResourcePolicy
                          - logs:DescribeResourcePolicies
                          - logs:DescribeLogGroups
                        Resource: '*'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              LoggingConfiguration:
                Level: !If [IsProd, ALL, 'OFF']
                                       # ^^^^^
      `,
    },
    {
      name: 'the level is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties: {LoggingConfiguration: {Level: !Ref Given}}
      `,
    },
  ],
});

/** What Step Functions needs to deliver logs; none of these actions knows a resource. */
const DELIVERY: Fragment = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'logs:CreateLogDelivery',
        'logs:GetLogDelivery',
        'logs:UpdateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:DescribeResourcePolicies',
        'logs:DescribeLogGroups',
      ],
      Resource: '*',
    },
  ],
};
