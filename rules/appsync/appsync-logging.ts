import {
  addResource,
  defineRule,
  type Fix,
  fix,
  logWriterBody,
  type ResourceView,
  set,
  template,
  type Value,
} from '#kit';

const FIELD_PEERS = { checkov: ['CKV_AWS_194'], security_hub: ['AppSync.2'] };
const REQUEST_PEERS = {
  checkov: ['CKV_AWS_193'],
  cdk_nag: ['AppSyncGraphQLRequestLogging', 'AwsSolutions-ASC3'],
};
const PEERS = {
  ...REQUEST_PEERS,
  checkov: [...REQUEST_PEERS.checkov, ...FIELD_PEERS.checkov],
  security_hub: FIELD_PEERS.security_hub,
};

export default defineRule({
  id: 'appsync-logging',
  title: 'GraphQL API keeps no log of requests or of failing fields',
  on: 'AWS::AppSync::GraphQLApi',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: PEERS,
  controls: { 'aws-fsbp': ['AppSync.2'], 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'], 'pci-dss-4': ['10.4.2'] },
  why: 'Without logs nobody can tell who asked for what, and an attempt to read fields one may not read leaves no trace.',
  remedy: 'Set LogConfig with a role that may write logs, and FieldLogLevel: ERROR or more.',
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html'],
  check(api, report) {
    const config = api.get('LogConfig');
    const role = config.get('CloudWatchLogsRoleArn');
    const level = config.get('FieldLogLevel');
    if (role.isAbsent) {
      report(config, `${api.logicalId} keeps no log of requests`, {
        // The others ask for the level apart from the role.
        peers: level.isAbsent || level.is('NONE') ? PEERS : REQUEST_PEERS,
        fixes: () => [startLogging(api, config)],
      });
    } else if (level.isAbsent || level.is('NONE')) {
      report(level, `${api.logicalId} keeps no log of the fields that fail`, {
        peers: FIELD_PEERS,
        fixes: [fix('Log the fields that fail (billed by volume)', 'cost', set(level, 'ERROR'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
              LogConfig:
                CloudWatchLogsRoleArn: !GetAtt OrdersLogsRole.Arn
                FieldLogLevel: ERROR
          OrdersLogsRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: appsync.amazonaws.com
                    Action: sts:AssumeRole
              Policies:
                - PolicyName: WriteLogs
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action:
                          - logs:CreateLogGroup
                          - logs:CreateLogStream
                          - logs:PutLogEvents
                        Resource: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/appsync/apis/*'
      `,
    },
    {
      name: 'no log of fields in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              LogConfig:
                CloudWatchLogsRoleArn: !ImportValue LogsRole
                FieldLogLevel: !If [IsProd, ALL, NONE]
                                               # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              LogConfig:
                CloudWatchLogsRoleArn: !ImportValue LogsRole
                FieldLogLevel: !If [IsProd, ALL, ERROR]
      `,
    },
    {
      name: 'SAM logs of itself',
      silent: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::GraphQLApi
            Properties:
              Auth:
                Type: AWS_IAM
      `,
    },
    {
      name: 'a configuration that another stack decides',
      silent: template`
        Parameters:
          Level: {Type: String}
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              LogConfig: {CloudWatchLogsRoleArn: !ImportValue LogsRole, FieldLogLevel: !Ref Level}
      `,
    },
  ],
});

/** https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html#setup-and-configuration */
const WRITER = {
  service: 'appsync.amazonaws.com',
  actions: ['logs:CreateLogGroup'],
  groups: {
    'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/appsync/apis/*',
  },
};

function startLogging(api: ResourceView, config: Value): Fix | undefined {
  const role = `${api.logicalId}LogsRole`;
  return fix(
    'Log requests and the fields that fail (billed by volume)',
    'cost',
    addResource(role, logWriterBody(api, WRITER), api),
    set(config, { CloudWatchLogsRoleArn: { 'Fn::GetAtt': [role, 'Arn'] }, FieldLogLevel: 'ERROR' }),
  );
}
