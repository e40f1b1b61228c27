import type { ServiceKnowledge } from '../types.ts';

export const appsync: ServiceKnowledge = {
  id: 'appsync',
  name: 'AWS AppSync',
  class: 'abstracted',
  types: ['AWS::AppSync::', 'AWS::Serverless::GraphQLApi'],
  summary: 'GraphQL and event APIs.',
  link: 'https://docs.aws.amazon.com/appsync/latest/devguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You choose Cognito, OIDC, Lambda or IAM over API keys, which any holder can use until they expire.',
      properties: {
        'AWS::AppSync::GraphQLApi': ['AuthenticationType', 'AdditionalAuthenticationProviders'],
        'AWS::AppSync::ApiKey': ['Expires'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You make the API private or guard it with a web ACL, and limit query depth and introspection.',
      properties: {
        'AWS::AppSync::GraphQLApi': ['Visibility', 'QueryDepthLimit', 'IntrospectionConfig', 'ResolverCountLimit'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You switch on encryption of the API cache at creation.',
      properties: {
        'AWS::AppSync::ApiCache': ['AtRestEncryptionEnabled'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You switch on TLS between resolver and cache; toward clients AWS always speaks it.',
      properties: {
        'AWS::AppSync::ApiCache': ['TransitEncryptionEnabled'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You rotate API keys and hand data source credentials over as secrets.',
      properties: {
        'AWS::AppSync::DataSource': ['RelationalDatabaseConfig'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You log field resolvers, without verbose content where it is personal.',
      properties: {
        'AWS::AppSync::GraphQLApi': ['LogConfig', 'XrayEnabled'],
      },
    },
  },
};
