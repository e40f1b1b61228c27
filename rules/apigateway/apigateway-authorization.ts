import { defineRule, fix, type Peers, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-authorization',
  title: 'API answers without asking who calls',
  on: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_59'],
    cfn_nag: ['W59'],
    guard: ['API_GW_METHOD_AUTHORIZATION_TYPE_RULE'],
    trivy: ['AWS-0004'],
    cdk_nag: ['APIGWAuthorization', 'AwsSolutions-APIG4', 'CognitoUserPoolAPIGWAuthorizer', 'AwsSolutions-COG4'],
    kics: ['1056dfbb', '7fd0d461'],
    security_hub: ['APIGateway.8'],
  },
  controls: { 'aws-fsbp': ['APIGateway.8'], 'nist-800-53-r5': ['AC-3'], 'pci-dss-4': ['8.3.1'] },
  why: 'Everyone on the internet can call the method; whatever checks there are, the back end has to make itself. An API key tells customers apart and is handed to all of them; it proves nothing. Preflight requests cannot carry credentials, and private APIs and those with a policy are limited by those.',
  remedy:
    'Set an authorizer, or AWS_IAM for callers that sign; suppress the finding where a method is meant for everyone.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
  check(method, report) {
    const isRest = method.type === 'AWS::ApiGateway::Method';
    const type = method.get('AuthorizationType');
    if (!type.isNot('AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS', 'JWT')) return;
    const api = method.get(isRest ? 'RestApiId' : 'ApiId').target()?.resource;
    if (isRest ? isClosedMethod(method, api) : isFollowUp(method, api)) return;
    const key = method.get('ApiKeyRequired');
    if (isRest && key.isUnknown) return;
    const asksForKey = isRest && key.is(true);
    const authorizer = onlyAuthorizer(api);
    report(type, `${asksForKey ? 'Whoever has an API key' : 'Everyone'} can call ${method.logicalId}`, {
      severity: asksForKey ? 'low' : 'high',
      peers: isRest ? restPeers(type.isAbsent || asksForKey) : ROUTE_PEERS,
      fixes: () => [
        authorizer
          ? fix(
              `Ask ${authorizer.view.logicalId} who calls`,
              'behaviour',
              set(type, authorizer.type),
              set(method.get('AuthorizerId'), { Ref: authorizer.view.logicalId }),
            )
          : undefined,
        fix('Admit signed calls only (AWS_IAM)', 'behaviour', set(type, 'AWS_IAM')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          List:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1b2c3
              HttpMethod: GET
              AuthorizationType: NONE
                               # ^^^^
      `,
      good: template`
        Resources:
          List:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1b2c3
              HttpMethod: GET
              AuthorizationType: AWS_IAM
      `,
    },
    {
      name: 'the API has an authorizer',
      bad: template`
        Resources:
          Shop:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: shop, ProtocolType: HTTP}
          Users:
            Type: AWS::ApiGatewayV2::Authorizer
            Properties: {ApiId: !Ref Shop, AuthorizerType: JWT, Name: users}
          List:
        # ^^^^
            Type: AWS::ApiGatewayV2::Route
            Properties:
              ApiId: !Ref Shop
              RouteKey: GET /orders
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: shop, ProtocolType: HTTP}
          Users:
            Type: AWS::ApiGatewayV2::Authorizer
            Properties: {ApiId: !Ref Shop, AuthorizerType: JWT, Name: users}
          List:
            Type: AWS::ApiGatewayV2::Route
            Properties:
              ApiId: !Ref Shop
              RouteKey: GET /orders
              AuthorizationType: JWT
              AuthorizerId: !Ref Users
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
          List:
            Type: AWS::ApiGateway::Method
            Properties:
              HttpMethod: GET
              AuthorizationType: !If [IsProd, AWS_IAM, NONE]
                                                     # ^^^^
      `,
    },
    {
      name: 'an API key is no proof of who calls',
      bad: template`
        Resources:
          List:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1b2c3
              HttpMethod: GET
              ApiKeyRequired: true
              AuthorizationType: NONE
                               # ^^^^
      `,
      good: template`
        Resources:
          List:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1b2c3
              HttpMethod: GET
              ApiKeyRequired: true
              AuthorizationType: AWS_IAM
      `,
    },
    {
      name: 'preflight requests',
      silent: template`
        Resources:
          Preflight:
            Type: AWS::ApiGateway::Method
            Properties: {HttpMethod: OPTIONS, AuthorizationType: NONE}
      `,
    },
    {
      name: 'a private API',
      silent: template`
        Resources:
          Inner:
            Type: AWS::ApiGateway::RestApi
            Properties: {EndpointConfiguration: {Types: [PRIVATE]}}
          List:
            Type: AWS::ApiGateway::Method
            Properties: {RestApiId: !Ref Inner, HttpMethod: GET, AuthorizationType: NONE}
      `,
    },
    {
      name: 'the type is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          List:
            Type: AWS::ApiGateway::Method
            Properties: {HttpMethod: GET, AuthorizationType: !Ref Given}
      `,
    },
  ],
});

const ROUTE_PEERS: Peers = { cdk_nag: ['APIGWAuthorization', 'AwsSolutions-APIG4'], security_hub: ['APIGateway.8'] };

/** Some scanners ask for a type other than NONE, some are content with a key or with no type at all. */
function restPeers(isWithoutNone: boolean): Peers {
  return {
    checkov: isWithoutNone ? [] : ['CKV_AWS_59'],
    cfn_nag: ['W59'],
    guard: ['API_GW_METHOD_AUTHORIZATION_TYPE_RULE'],
    trivy: isWithoutNone ? [] : ['AWS-0004'],
    cdk_nag: ['APIGWAuthorization', 'AwsSolutions-APIG4', 'CognitoUserPoolAPIGWAuthorizer', 'AwsSolutions-COG4'],
    kics: ['1056dfbb', '7fd0d461'],
  };
}

/** Preflight requests, and APIs that a policy or a VPC endpoint closes. */
function isClosedMethod(method: ResourceView, api: ResourceView | undefined): boolean {
  if (!method.get('HttpMethod').isNot('OPTIONS')) return true;
  if (!api) return false;
  const types = api.get('EndpointConfiguration.Types').items();
  return !api.get('Policy').isAbsent || types.some((each) => !each.isNot('PRIVATE'));
}

/** The routes of a web socket after the one that connects, and preflight requests. */
function isFollowUp(route: ResourceView, api: ResourceView | undefined): boolean {
  const key = route.get('RouteKey');
  if (!key.satisfies((text) => !/^OPTIONS /.test(text))) return true;
  return api?.get('ProtocolType').isNot('HTTP') === true && !key.is('$connect');
}

function onlyAuthorizer(api: ResourceView | undefined): { view: ResourceView; type: string } | undefined {
  if (!api) return undefined;
  const [view, ...others] = api.template.referrers(api, 'AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer');
  if (!view || others.length > 0) return undefined;
  const kind = view.type === 'AWS::ApiGateway::Authorizer' ? view.get('Type') : view.get('AuthorizerType');
  if (kind.is('COGNITO_USER_POOLS', 'JWT')) return { view, type: kind.pattern() ?? '' };
  return kind.is('TOKEN', 'REQUEST') ? { view, type: 'CUSTOM' } : undefined;
}
