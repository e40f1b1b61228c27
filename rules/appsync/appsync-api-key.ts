import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'appsync-api-key',
  title: 'GraphQL API lets in whoever has its API key',
  on: 'AWS::AppSync::GraphQLApi',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['AppSync.5'] },
  controls: { 'aws-fsbp': ['AppSync.5'], 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'An API key is the same for all callers and is shipped inside web pages and apps, where anyone can read it. It tells applications apart, not people.',
  remedy: 'Authorise callers with IAM, Cognito, OpenID Connect or a Lambda function.',
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
  check(api, report) {
    const providers = api.get('AdditionalAuthenticationProviders').items();
    for (const type of [api, ...providers].map((provider) => provider.get('AuthenticationType'))) {
      if (!type.is('API_KEY')) continue;
      report(type, `${api.logicalId} lets in whoever has its API key`, {
        fixes: [
          fix('Ask for requests signed with IAM credentials (callers must sign)', 'behaviour', set(type, 'AWS_IAM')),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: API_KEY
                                # ^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
      `,
    },
    {
      name: 'beside another way in, in development',
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
              AuthenticationType: AMAZON_COGNITO_USER_POOLS
              AdditionalAuthenticationProviders:
                - AuthenticationType: !If [IsProd, AWS_IAM, API_KEY]
                                                          # ^^^^^^^
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
              AuthenticationType: AMAZON_COGNITO_USER_POOLS
              AdditionalAuthenticationProviders:
                - AuthenticationType: !If [IsProd, AWS_IAM, AWS_IAM]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Auth: {Type: String}
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: {Name: orders, AuthenticationType: !Ref Auth}
      `,
    },
  ],
});
