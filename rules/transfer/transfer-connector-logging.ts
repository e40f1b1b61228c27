import { addResource, defineRule, fix, logWriterBody, set, template } from '#kit';

export default defineRule({
  id: 'transfer-connector-logging',
  title: 'Transfer connector keeps no log',
  on: 'AWS::Transfer::Connector',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['Transfer.3'] },
  controls: { 'aws-fsbp': ['Transfer.3'], 'nist-800-53-r5': ['AU-2', 'AU-12'] },
  why: 'Nobody can tell which files went to the partner, when, and which did not arrive. A connector logs nothing unless it has a role for it.',
  remedy: 'Set LoggingRole to a role that may write to CloudWatch Logs.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/transfer-connector-logging-enabled.html'],
  check(connector, report) {
    const role = connector.get('LoggingRole');
    if (!role.isAbsent) return;
    const writer = `${connector.logicalId}LogsRole`;
    report(role, `${connector.logicalId} keeps no log`, {
      fixes: () => [
        fix(
          'Log transfers (billed by volume)',
          'cost',
          addResource(writer, logWriterBody(connector, WRITER), connector),
          set(role, { 'Fn::GetAtt': [writer, 'Arn'] }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Bank:
        # ^^^^
            Type: AWS::Transfer::Connector
            Properties:
              Url: sftp://bank.example.com
      `,
      good: template`
        Resources:
          Bank:
            Type: AWS::Transfer::Connector
            Properties:
              Url: sftp://bank.example.com
              LoggingRole: !GetAtt BankLogsRole.Arn
          BankLogsRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: transfer.amazonaws.com
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
              Policies:
                - PolicyName: WriteLogs
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action:
                          - logs:CreateLogGroup
                          - logs:DescribeLogStreams
                          - logs:CreateLogStream
                          - logs:PutLogEvents
                        Resource: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/transfer/*'
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
          Bank:
            Type: AWS::Transfer::Connector
            Properties:
              LoggingRole: !If [IsProd, !ImportValue LogsRole, !Ref AWS::NoValue]
            # ^^^^^^^^^^^
      `,
    },
    {
      name: 'a role of another stack',
      silent: template`
        Resources:
          Bank:
            Type: AWS::Transfer::Connector
            Properties: {LoggingRole: !ImportValue LogsRole}
      `,
    },
  ],
});

/** https://docs.aws.amazon.com/transfer/latest/userguide/configure-cw-logging-role.html */
const WRITER = {
  service: 'transfer.amazonaws.com',
  actions: ['logs:CreateLogGroup', 'logs:DescribeLogStreams'],
  groups: { 'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/transfer/*' },
  isSourced: true,
};
