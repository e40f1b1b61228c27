import { append, authoredName, defineRule, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'apigateway-execution-logging',
  title: 'API does not log what goes wrong',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    guard: ['API_GW_EXECUTION_LOGGING_ENABLED'],
    cdk_nag: ['APIGWExecutionLoggingEnabled', 'AwsSolutions-APIG6'],
    security_hub: ['APIGateway.1'],
  },
  controls: { 'aws-fsbp': ['APIGateway.1'], 'nist-800-53-r5': ['AU-12', 'SI-4'] },
  why: 'The access log tells that a call failed; the execution log tells which authorizer, policy or back end refused it.',
  remedy:
    'Set LoggingLevel to ERROR (or INFO) for all methods or routes; leave DataTraceEnabled off, it writes out bodies.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  check(stage, report) {
    const isWebSocket = stage.type === 'AWS::ApiGatewayV2::Stage';
    const level = isWebSocket ? levelOfRoutes(stage) : levelOfMethods(stage);
    if (!level) return;
    const all = { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'ERROR' };
    report(level, `${authoredName(stage)} does not log what goes wrong`, {
      fixes: () => [
        fix('Log errors', 'cost', level.key === 'MethodSettings' ? append(level, all) : set(level, 'ERROR')),
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
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: /*
                  LoggingLevel: ERROR
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
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: /*
                  LoggingLevel: !If [IsProd, INFO, 'OFF']
                                                 # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: /*
                  LoggingLevel: !If [IsProd, INFO, ERROR]
      `,
    },
    {
      name: 'switched off for one method',
      bad: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings:
                - {HttpMethod: '*', ResourcePath: '/*', LoggingLevel: ERROR}
                - {HttpMethod: POST, ResourcePath: /orders, LoggingLevel: 'OFF'}
                                                                        # ^^^^^
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings:
                - {HttpMethod: '*', ResourcePath: '/*', LoggingLevel: ERROR}
                - {HttpMethod: POST, ResourcePath: /orders, LoggingLevel: ERROR}
      `,
    },
    {
      name: 'an API over web sockets',
      bad: template`
        Resources:
          Chat:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: chat, ProtocolType: WEBSOCKET}
          Live:
        # ^^^^
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: !Ref Chat
              StageName: live
      `,
      good: template`
        Resources:
          Chat:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: chat, ProtocolType: WEBSOCKET}
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: !Ref Chat
              StageName: live
              DefaultRouteSettings:
                LoggingLevel: ERROR
      `,
    },
    {
      name: 'an HTTP API has no such log',
      silent: template`
        Resources:
          Shop:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: shop, ProtocolType: HTTP}
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties: {ApiId: !Ref Shop, StageName: live}
      `,
    },
    {
      name: 'the level is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings: [{HttpMethod: '*', ResourcePath: '/*', LoggingLevel: !Ref Given}]
      `,
    },
  ],
});

/** The level that all methods are left without, or the one that turns it off for some. */
function levelOfMethods(stage: ResourceView): Value | undefined {
  const settings = stage.get('MethodSettings');
  if (settings.isUnknown || settings.isOpen) return undefined;
  const items = settings.items();
  const off = items.map((item) => item.get('LoggingLevel')).find((level) => level.is('OFF'));
  if (off) return off;
  const general = items.find((item) => item.get('HttpMethod').is('*') && item.get('ResourcePath').is('/*'));
  const level = general?.get('LoggingLevel');
  if (level) return level.isNot('ERROR', 'INFO') ? level : undefined;
  return items.every((item) => item.get('LoggingLevel').isAbsent) ? settings : undefined;
}

/** Of APIs of version 2, those over web sockets alone can log what goes wrong. */
function levelOfRoutes(stage: ResourceView): Value | undefined {
  const level = stage.get('DefaultRouteSettings.LoggingLevel');
  const isWebSocket = stage.get('ApiId').target()?.resource.get('ProtocolType').is('WEBSOCKET');
  return level.is('OFF') || (isWebSocket && level.isNot('ERROR', 'INFO')) ? level : undefined;
}
