import type { ServiceKnowledge } from '../types.ts';

export const apiGateway: ServiceKnowledge = {
  id: 'api-gateway',
  name: 'Amazon API Gateway',
  class: 'abstracted',
  types: [
    'AWS::ApiGateway::',
    'AWS::ApiGatewayV2::',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::WebSocketApi',
  ],
  summary: 'REST, HTTP and WebSocket APIs.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You put an authorizer or IAM on every method; an API key meters callers and does not authenticate them.',
      properties: {
        'AWS::ApiGateway::Method': ['AuthorizationType', 'AuthorizerId', 'ApiKeyRequired'],
        'AWS::ApiGateway::RestApi': ['Policy'],
        'AWS::ApiGatewayV2::Route': ['AuthorizationType'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You choose private, regional or edge endpoints, throttle, attach a web ACL and close the default endpoint.',
      properties: {
        'AWS::ApiGateway::RestApi': ['EndpointConfiguration', 'DisableExecuteApiEndpoint'],
        'AWS::ApiGateway::Stage': ['MethodSettings'],
        'AWS::ApiGatewayV2::Api': ['CorsConfiguration', 'DisableExecuteApiEndpoint'],
        'AWS::ApiGateway::RequestValidator': ['ValidateRequestBody'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: "You encrypt the stage's cache when you turn caching on.",
      properties: {
        'AWS::ApiGateway::Stage': ['MethodSettings[].CacheDataEncrypted', 'CacheClusterEnabled'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS serves HTTPS only; a security policy of TLS 1.2 or later on your own domain and certificates to the backend are yours.',
      properties: {
        'AWS::ApiGateway::DomainName': ['SecurityPolicy', 'MutualTlsAuthentication'],
        'AWS::ApiGatewayV2::DomainName': ['DomainNameConfigurations', 'MutualTlsAuthentication'],
        'AWS::ApiGateway::Stage': ['ClientCertificateId'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep API key values generated, and stage variables free of secrets.',
      properties: {
        'AWS::ApiGateway::ApiKey': ['Value'],
        'AWS::ApiGateway::Stage': ['Variables'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable access and execution logs and tracing per stage, without full request bodies.',
      properties: {
        'AWS::ApiGateway::Stage': ['AccessLogSetting', 'MethodSettings', 'TracingEnabled'],
        'AWS::ApiGatewayV2::Stage': ['AccessLogSettings', 'DefaultRouteSettings'],
        'AWS::ApiGateway::Account': ['CloudWatchRoleArn'],
      },
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS runs the gateway over all zones of the Region.',
    },
  },
  overrides: {
    'AWS::ApiGateway::Method': {
      'identity-access': {
        who: 'you',
        sentence:
          'You require IAM, Cognito or an authorizer; NONE lets everyone call it, unless a resource policy forbids it.',
        properties: {
          'AWS::ApiGateway::Method': ['AuthorizationType', 'AuthorizerId'],
        },
      },
    },
    'AWS::ApiGateway::Stage': {
      'network-exposure': {
        who: 'you',
        sentence: 'You attach a web ACL to this stage, and throttle its methods.',
        properties: {
          'AWS::ApiGateway::Stage': ['MethodSettings'],
        },
      },
    },
    'AWS::ApiGatewayV2::Stage': {
      'logging-monitoring': {
        who: 'you',
        sentence: 'You name a destination and format for access logs of this stage.',
        properties: {
          'AWS::ApiGatewayV2::Stage': ['AccessLogSettings'],
        },
      },
    },
  },
  carries: {
    'AWS::ApiGateway::Method': ['identity-access', 'network-exposure'],
    'AWS::ApiGateway::Resource': [],
    'AWS::ApiGateway::Deployment': ['logging-monitoring'],
    'AWS::ApiGateway::Model': ['network-exposure'],
    'AWS::ApiGateway::RequestValidator': ['network-exposure'],
    'AWS::ApiGateway::GatewayResponse': ['network-exposure'],
    'AWS::ApiGateway::Account': ['logging-monitoring'],
    'AWS::ApiGateway::DomainName*': ['encryption-in-transit', 'keys-secrets'],
    'AWS::ApiGatewayV2::DomainName': ['encryption-in-transit', 'keys-secrets'],
    'AWS::ApiGateway::UsagePlan*': ['network-exposure'],
    'AWS::ApiGateway::Authorizer': ['identity-access'],
    'AWS::ApiGatewayV2::Authorizer': ['identity-access'],
    'AWS::ApiGatewayV2::Route': ['identity-access'],
    'AWS::ApiGatewayV2::Deployment': ['logging-monitoring'],
  },
};
