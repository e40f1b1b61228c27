import {
  addResource,
  authoredName,
  defineRule,
  describe,
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
    const fault = setting && faultOf(setting);
    if (!fault) return;
    const logs = `${authoredName(stage)}AccessLogs`;
    // Deploying such a stage fails in an account that has no role for them.
    const needsRole =
      stage.type !== 'AWS::ApiGatewayV2::Stage' && stage.template.declared('AWS::ApiGateway::Account').length === 0;
    report(fault.at, `${authoredName(stage)} keeps no log of calls${fault.because}`, {
      // Other scanners ask for a destination; one of Guard's for the format, too.
      peers: fault.isNowhere ? PEERS[stage.type] : (FORMAT_PEERS[stage.type] ?? {}),
      fixes: () => [
        fault.at.key === 'Format' ? fix('Log the essentials of each call', 'cost', set(fault.at, FORMAT)) : undefined,
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
              AccessLogSetting: {DestinationArn: !Ref Given, Format: $context.requestId}
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
    {
      name: 'without a format nothing is logged',
      bad: template`
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1b2c3
              StageName: live
              AccessLogSettings:
            # ^^^^^^^^^^^^^^^^^
                DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:shop
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1b2c3
              StageName: live
              AccessLogSettings:
                DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:shop
                Format: '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","time":"$context.requestTime","method":"$context.httpMethod","path":"$context.path","status":"$context.status"}'
      `,
    },
    {
      name: 'an empty destination is none',
      bad: template`
        Resources:
          Shop:
            Type: AWS::Serverless::Api
            Properties:
              StageName: live
              AccessLogSetting:
                DestinationArn: ''
                              # ^^
                Format: $context.requestId
      `,
    },
    {
      name: 'a format has to tell calls apart, and a destination is an ARN',
      bad: template`
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1b2c3
              StageName: live
              AccessLogSettings:
                DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:shop
                Format: $context.status
                      # ^^^^^^^^^^^^^^^
          Next:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1b2c3
              StageName: next
              AccessLogSettings:
                DestinationArn: shop
                              # ^^^^
                Format: $context.requestId
      `,
    },
    {
      name: 'destination and format are parameters',
      silent: template`
        Parameters:
          Log: {Type: String}
          Format: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1b2c3
              StageName: live
              AccessLogSettings:
                DestinationArn: !Ref Log
                Format: !Ref Format
      `,
    },
  ],
});

interface Fault {
  readonly at: Value;
  readonly because: string;
  /** Whether no destination is named at all. */
  readonly isNowhere?: boolean;
}

/** What keeps API Gateway from logging: it takes a destination and a format that tells calls apart, or logs nothing. */
function faultOf(setting: Value): Fault | undefined {
  const destination = setting.get('DestinationArn');
  const format = setting.get('Format');
  if (destination.isAbsent) return { at: setting, because: '', isNowhere: true };
  if (destination.is('')) return { at: destination, because: '', isNowhere: true };
  if (destination.satisfies((text) => !/^arn:|\{\{/.test(text))) {
    return { at: destination, because: `: ${describe(destination)} is no log group` };
  }
  if (format.isAbsent) return { at: format, because: ': the log has no format' };
  const isMute = format.satisfies((text) => !/\$context\.(?:requestId|extendedRequestId)\b|\{\{/.test(text));
  return isMute ? { at: format, because: ': the format lacks $context.requestId' } : undefined;
}

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
const FORMAT_PEERS: { readonly [type: string]: Peers } = {
  'AWS::ApiGatewayV2::Stage': { guard: ['API_GWV2_ACCESS_LOGS_ENABLED'] },
};
