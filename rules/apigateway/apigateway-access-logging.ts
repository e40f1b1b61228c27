import {
  addResource,
  authoredName,
  defineRule,
  fix,
  logGroupBody,
  type Peers,
  type ResourceView,
  set,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'apigateway-access-logging',
  title: 'API keeps no access log',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Stage'],
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_76', 'CKV_AWS_95'],
    cfn_nag: ['W69', 'W45', 'W46'],
    guard: ['API_GW_STAGE_ACCESS_LOGGING_RULE', 'API_GWV2_ACCESS_LOGS_ENABLED'],
    trivy: ['AWS-0001', 'AWS-0113', 'AWS-0116'],
    cdk_nag: ['APIGWAccessLogging', 'AwsSolutions-APIG1'],
    kics: ['0a994e04', '06ec63e3', '80d45af4'],
    security_hub: ['APIGateway.9'],
  },
  controls: { 'aws-fsbp': ['APIGateway.9'], 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Without an access log nobody can tell who called the API, from where, and who is trying it out. REST APIs write logs with a role that is set once for account and region.',
  remedy: 'Name a log group and a format in the access log settings of the stage.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
  ],
  check(stage, report) {
    const setting = settingOf(stage);
    if (!setting?.get('DestinationArn').isAbsent) return;
    const logs = `${authoredName(stage)}AccessLogs`;
    // Deploying such a stage fails in an account that has no role for them.
    const needsRole =
      stage.type !== 'AWS::ApiGatewayV2::Stage' && stage.template.declared('AWS::ApiGateway::Account').length === 0;
    report(setting, `${authoredName(stage)} keeps no log of calls`, {
      peers: PEERS[stage.type],
      fixes: () => [
        fix(
          `Log calls to a new log group${needsRole ? ' (the account needs a role for API Gateway’s logs)' : ''}`,
          needsRole ? 'behaviour' : 'cost',
          addResource(logs, logGroupBody(stage), stage),
          set(setting, { DestinationArn: { 'Fn::GetAtt': [logs, 'Arn'] }, Format: FORMAT }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1b2c3
              StageName: live
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1b2c3
              StageName: live
              AccessLogSetting:
                DestinationArn: !GetAtt LiveAccessLogs.Arn
                Format: '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","time":"$context.requestTime","method":"$context.httpMethod","path":"$context.path","status":"$context.status"}'
          LiveAccessLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
    {
      name: 'an HTTP API of SAM',
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::Serverless::HttpApi
            Properties:
              FailOnWarnings: true
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::Serverless::HttpApi
            Properties:
              FailOnWarnings: true
              AccessLogSettings:
                DestinationArn: !GetAtt ShopAccessLogs.Arn
                Format: '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","time":"$context.requestTime","method":"$context.httpMethod","path":"$context.path","status":"$context.status"}'
          ShopAccessLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
    {
      name: 'the stage of a deployment, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
            Type: AWS::ApiGateway::Deployment
            Properties:
              RestApiId: a1b2c3
              StageName: live
              StageDescription: !If [IsProd, {AccessLogSetting: {DestinationArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:api', Format: '$context.requestId'}}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'an API that SAM makes of events goes by its logical id',
      bad: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Page:
            Type: AWS::Serverless::Function
            Properties:
              Handler: page.handler
              Runtime: python3.13
              CodeUri: page/
              Events:
                Get:
              # ^^^
                  Type: Api
                  Properties: {Path: /, Method: get}
      `,
    },
    {
      name: 'the group is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              AccessLogSetting: {DestinationArn: !Ref Given}
      `,
    },
    {
      name: 'a deployment without a stage',
      silent: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Deployment
            Properties: {RestApiId: a1b2c3}
      `,
    },
  ],
});

function settingOf(stage: ResourceView): Value | undefined {
  if (stage.type === 'AWS::ApiGatewayV2::Stage') return stage.get('AccessLogSettings');
  if (stage.type === 'AWS::ApiGateway::Stage') return stage.get('AccessLogSetting');
  // A deployment makes a stage of its own when it is given a name for one.
  const isStage = stage.get('StageName').isGiven || stage.get('StageDescription').isGiven;
  return isStage ? stage.get('StageDescription.AccessLogSetting') : undefined;
}

const FORMAT =
  '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","time":"$context.requestTime","method":"$context.httpMethod","path":"$context.path","status":"$context.status"}';

const PEERS: { readonly [type: string]: Peers } = {
  'AWS::ApiGateway::Stage': {
    checkov: ['CKV_AWS_76'],
    cfn_nag: ['W69'],
    guard: ['API_GW_STAGE_ACCESS_LOGGING_RULE'],
    trivy: ['AWS-0001', 'AWS-0113'],
    cdk_nag: ['APIGWAccessLogging', 'AwsSolutions-APIG1'],
    kics: ['0a994e04'],
  },
  'AWS::ApiGateway::Deployment': { cfn_nag: ['W45'], kics: ['06ec63e3'] },
  'AWS::ApiGatewayV2::Stage': {
    checkov: ['CKV_AWS_95'],
    cfn_nag: ['W46'],
    guard: ['API_GWV2_ACCESS_LOGS_ENABLED'],
    trivy: ['AWS-0001', 'AWS-0116'],
    cdk_nag: ['APIGWAccessLogging', 'AwsSolutions-APIG1'],
    kics: ['80d45af4'],
    security_hub: ['APIGateway.9'],
  },
};
