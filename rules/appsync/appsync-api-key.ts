import { defineRule, fix, remove, set, template } from '#kit';

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
    const types = [api, ...providers].map((provider) => provider.get('AuthenticationType'));
    for (const [at, type] of types.entries()) {
      if (!type.is('API_KEY')) continue;
      const provider = providers[at - 1];
      // One way in cannot be named twice.
      const asksForIam = types.some((other) => !other.isNot('AWS_IAM'));
      report(type, `${api.logicalId} lets in whoever has its API key`, {
        fixes: () => [
          asksForIam
            ? undefined
            : fix(
                'Ask for requests signed with IAM credentials (callers must sign)',
                'behaviour',
                set(type, 'AWS_IAM'),
              ),
          provider ? fix('Take no API key (callers must sign in otherwise)', 'behaviour', remove(provider)) : undefined,
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
      name: 'beside signed requests, which cannot be asked for twice',
      bad: template`
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
              AdditionalAuthenticationProviders:
                - AuthenticationType: API_KEY
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
      name: 'beside another way in, in SAM',
      bad: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::GraphQLApi
            Properties:
              Auth:
                Type: AMAZON_COGNITO_USER_POOLS
                Additional:
                  - Type: API_KEY
                        # ^^^^^^^
      `,
      good: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Orders:
            Type: AWS::Serverless::GraphQLApi
            Properties:
              Auth:
                Type: AMAZON_COGNITO_USER_POOLS
                Additional:
                  - Type: AWS_IAM
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
