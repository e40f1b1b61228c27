import { addResource, defineRule, fix, logGroupBody, logsKeyBody, set, template } from '#kit';

export default defineRule({
  id: 'lambda-log-group',
  title: 'Function logs to a group that nobody manages',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['LambdaLogging', 'LambdaLogLevel'] },
  controls: { 'nist-800-53-r5': ['AU-11'] },
  why: 'Lambda makes a log group by itself at the first call: it keeps entries forever, has no key of yours and outlives the stack.',
  remedy: 'Make a log group with a retention, and name it in LoggingConfig.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html'],
  check(fn, report) {
    const config = fn.get('LoggingConfig');
    if (!config.get('LogGroup').isAbsent || fn.template.referrers(fn, 'AWS::Logs::LogGroup').length > 0) return;
    const name = fn.get('FunctionName').pattern();
    const groups = fn.template.resources('AWS::Logs::LogGroup').map((group) => group.get('LogGroupName').pattern());
    if (name !== undefined && groups.some((group) => group === `/aws/lambda/${name}`)) return;
    const logs = `${fn.logicalId}Logs`;
    const logsKey = `${logs}Key`;
    report(config, `${fn.logicalId} logs to a group that nobody manages`, {
      peers: config.isAbsent ? undefined : { cdk_nag: ['LambdaLogLevel'] },
      fixes: () => [
        fix(
          'Log to a new log group that keeps entries for a year, with a KMS key',
          'cost',
          addResource(logs, logGroupBody(fn, logsKey), fn),
          addResource(logsKey, logsKeyBody(fn), fn),
          set(config.get('LogGroup'), { Ref: logs }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Lambda::Function
            Properties:
              Handler: index.handler
      `,
      good: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Handler: index.handler
              LoggingConfig:
                LogGroup: !Ref ApiLogs
          ApiLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
              KmsKeyId: !GetAtt ApiLogsKey.Arn
          ApiLogsKey:
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
                  - Sid: AllowLogs
                    Effect: Allow
                    Principal:
                      Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'
                    Action:
                      - kms:Encrypt
                      - kms:Decrypt
                      - kms:ReEncrypt*
                      - kms:GenerateDataKey*
                      - kms:DescribeKey
                    Resource: '*'
                    Condition:
                      ArnLike:
                        kms:EncryptionContext:aws:logs:arn: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:*'
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
          Api:
            Type: AWS::Lambda::Function
            Properties:
              LoggingConfig: !If [IsProd, {LogGroup: api}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the group that Lambda would make is made here',
      silent: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
          Logs:
            Type: AWS::Logs::LogGroup
            Properties:
              LogGroupName: !Sub '/aws/lambda/\${Api}'
      `,
    },
    {
      name: 'the group is a parameter without default',
      silent: template`
        Parameters:
          Group: {Type: String}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              LoggingConfig: {LogGroup: !Ref Group}
      `,
    },
  ],
});
