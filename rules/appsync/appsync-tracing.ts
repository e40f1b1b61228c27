import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'appsync-tracing',
  title: 'GraphQL API is not traced',
  on: 'AWS::AppSync::GraphQLApi',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['AppSyncTracing'] },
  controls: { 'nist-800-53-r5': ['AU-12'] },
  why: 'A trace shows which resolver and which data source a request came to, and where it failed. Tracing is off by default and is charged for.',
  remedy: 'Set XrayEnabled to true.',
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html'],
  check(api, report) {
    const tracing = api.get('XrayEnabled');
    if (!tracing.isNot(true)) return;
    report(tracing, `${api.logicalId} is not traced`, {
      fixes: [fix('Trace requests (billed by request)', 'cost', set(tracing, true))],
    });
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
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              XrayEnabled: true
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
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              XrayEnabled: !If [IsProd, true, false]
                                            # ^^^^^
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
              XrayEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Traced: {Type: String}
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: {XrayEnabled: !Ref Traced}
      `,
    },
  ],
});
