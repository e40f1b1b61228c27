import { append, authoredName, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-metrics',
  title: 'API has no metrics of its methods',
  on: 'AWS::ApiGateway::Stage',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { kics: ['5d3c1807'] },
  controls: { 'nist-800-53-r5': ['SI-4'] },
  why: 'Metrics of the stage hide which method fails or is called too often. They cost by the method.',
  remedy: 'Set MetricsEnabled to true for all methods.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html'],
  check(stage, report) {
    const settings = stage.get('MethodSettings');
    if (settings.isUnknown || settings.isOpen) return;
    const off = settings
      .items()
      .map((item) => item.get('MetricsEnabled'))
      .find((enabled) => enabled.isNot(true));
    if (!off && settings.items().length > 0) return;
    const all = { HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: true };
    report(off ?? settings, `${authoredName(stage)} has no metrics of its methods`, {
      fixes: () => [fix('Measure all methods', 'cost', off ? set(off, true) : append(settings, all))],
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
              StageName: live
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              StageName: live
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: /*
                  MetricsEnabled: true
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
                  MetricsEnabled: !If [IsProd, true, false]
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
                  MetricsEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings: [{HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: !Ref Given}]
      `,
    },
  ],
});
