import { append, authoredName, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-execution-logging',
  title: 'API does not log what goes wrong',
  on: 'AWS::ApiGateway::Stage',
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
  remedy: 'Set LoggingLevel to ERROR (or INFO) for all methods; leave DataTraceEnabled off, it writes out bodies.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  check(stage, report) {
    const settings = stage.get('MethodSettings');
    if (settings.isUnknown || settings.isOpen) return;
    const general = settings
      .items()
      .find((item) => item.get('HttpMethod').is('*') && item.get('ResourcePath').is('/*'));
    const level = general?.get('LoggingLevel');
    if (level && !level.isNot('ERROR', 'INFO')) return;
    if (!general && settings.items().some((item) => !item.get('LoggingLevel').isAbsent)) return;
    const all = { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'ERROR' };
    report(level ?? settings, `${authoredName(stage)} does not log what goes wrong`, {
      fixes: () => [fix('Log errors', 'cost', level ? set(level, 'ERROR') : append(settings, all))],
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
