import { authoredName, defineRule, template } from '#kit';

export default defineRule({
  id: 'apigateway-throttling',
  title: 'API has no limit of its own to calls',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['APIGWDefaultThrottling'] },
  controls: { 'nist-800-53-r5': ['SC-5'] },
  why: 'Without limits a flood of calls to one API uses up what all APIs of the account and region share. The numbers are the author’s to know.',
  remedy: 'Set a rate and a burst limit for all methods or routes.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html'],
  check(stage, report) {
    const isRest = stage.type === 'AWS::ApiGateway::Stage';
    const settings = stage.get(isRest ? 'MethodSettings' : 'DefaultRouteSettings');
    if (settings.isUnknown || settings.isOpen) return;
    const isLimited = settings
      .items()
      .some((item) => !item.get('ThrottlingRateLimit').isAbsent && !item.get('ThrottlingBurstLimit').isAbsent);
    if (!isLimited) report(settings, `${authoredName(stage)} has no limit of its own to calls`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
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
              DefaultRouteSettings: !If [IsProd, {ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the limits are a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings: [{ThrottlingRateLimit: !Ref Given, ThrottlingBurstLimit: !Ref Given}]
      `,
    },
  ],
});
