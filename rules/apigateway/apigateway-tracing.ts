import { authoredName, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-tracing',
  title: 'Calls of an API are not traced',
  on: 'AWS::ApiGateway::Stage',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_73'],
    trivy: ['AWS-0003', 'AWS-0111'],
    cdk_nag: ['APIGWXrayEnabled'],
    kics: ['4ab10c48', 'c757c6a3'],
    security_hub: ['APIGateway.3'],
  },
  controls: { 'aws-fsbp': ['APIGateway.3'], 'nist-800-53-r5': ['AU-12'] },
  why: 'Traces begin at the API: without them nobody sees which back end was slow or refused a call. It is a help for operation, and costs by the call.',
  remedy: 'Set TracingEnabled to true.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html'],
  check(stage, report) {
    const tracing = stage.get('TracingEnabled');
    if (!tracing.isNot(true)) return;
    report(tracing, `Calls of ${authoredName(stage)} are not traced`, {
      fixes: () => [fix('Trace calls', 'cost', set(tracing, true))],
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
              TracingEnabled: true
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
              TracingEnabled: !If [IsProd, true, false]
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
              TracingEnabled: !If [IsProd, true, true]
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
              TracingEnabled: !Ref Given
      `,
    },
  ],
});
