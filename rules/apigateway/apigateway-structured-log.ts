import { authoredName, defineRule, template } from '#kit';

export default defineRule({
  id: 'apigateway-structured-log',
  title: 'Access log of an API is not JSON',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['APIGWStructuredLogging'] },
  controls: { 'nist-800-53-r5': ['AU-3'] },
  why: 'Logs Insights and metric filters find fields in JSON by themselves; text has to be parsed.',
  remedy: 'Write the format as a JSON object.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  check(stage, report) {
    const name = stage.type === 'AWS::ApiGateway::Stage' ? 'AccessLogSetting.Format' : 'AccessLogSettings.Format';
    const format = stage.get(name);
    const isText = format.satisfies((text) => !/^\s*\{[\s\S]*\}\s*$/.test(text));
    if (isText) report(format, `The access log of ${authoredName(stage)} is not JSON`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              AccessLogSetting:
                DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api
                Format: $context.identity.sourceIp $context.status
                      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              AccessLogSettings:
                DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:api
                Format: !If [IsProd, '{"status":"$context.status"}', $context.status]
                                                                   # ^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the format is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              AccessLogSetting: {Format: !Ref Given}
      `,
    },
  ],
});
