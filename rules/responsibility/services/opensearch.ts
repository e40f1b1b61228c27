import type { ServiceKnowledge } from '../types.ts';

export const opensearch: ServiceKnowledge = {
  id: 'opensearch',
  name: 'Amazon OpenSearch Service',
  class: 'container',
  types: ['AWS::OpenSearch::', 'AWS::OpenSearchService::', 'AWS::OpenSearchServerless::', 'AWS::Elasticsearch::'],
  summary: 'Search and log analytics domains and collections.',
  link: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/security.html',
  since: 'Amazon Elasticsearch Service took this name in 2021, and Amazon CloudSearch points new customers here.',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS ships service software updates; you let them in off-peak and leave versions that lose support.',
      properties: {
        'AWS::OpenSearchService::Domain': ['SoftwareUpdateOptions', 'EngineVersion', 'OffPeakWindowOptions'],
        'AWS::Elasticsearch::Domain': ['ElasticsearchVersion'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You enable fine-grained access control, and never write an access policy open to *.',
      properties: {
        'AWS::OpenSearchService::Domain': ['AccessPolicies', 'AdvancedSecurityOptions.Enabled'],
        'AWS::Elasticsearch::Domain': ['AccessPolicies', 'AdvancedSecurityOptions'],
        'AWS::OpenSearchServerless::AccessPolicy': ['Policy'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: "You place the domain in a VPC, or forbid public access in a collection's network policy.",
      properties: {
        'AWS::OpenSearchService::Domain': ['VPCOptions'],
        'AWS::Elasticsearch::Domain': ['VPCOptions'],
        'AWS::OpenSearchServerless::SecurityPolicy': ['Policy'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS always encrypts serverless collections; for a domain you turn encryption on, and then never off.',
      properties: {
        'AWS::OpenSearchService::Domain': ['EncryptionAtRestOptions'],
        'AWS::Elasticsearch::Domain': ['EncryptionAtRestOptions'],
      },
      link: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You enforce HTTPS with a current TLS policy, and encrypt traffic between nodes.',
      properties: {
        'AWS::OpenSearchService::Domain': [
          'DomainEndpointOptions.EnforceHTTPS',
          'DomainEndpointOptions.TLSSecurityPolicy',
          'NodeToNodeEncryptionOptions.Enabled',
        ],
        'AWS::Elasticsearch::Domain': ['DomainEndpointOptions', 'NodeToNodeEncryptionOptions'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You take the master user from IAM or a secret, not from a password in the template.',
      properties: {
        'AWS::OpenSearchService::Domain': [
          'AdvancedSecurityOptions.MasterUserOptions',
          'EncryptionAtRestOptions.KmsKeyId',
        ],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You publish error, slow and audit logs to CloudWatch.',
      properties: {
        'AWS::OpenSearchService::Domain': ['LogPublishingOptions'],
        'AWS::Elasticsearch::Domain': ['LogPublishingOptions'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS takes hourly snapshots; zone awareness, three dedicated masters and copies you control are yours.',
      properties: {
        'AWS::OpenSearchService::Domain': [
          'ClusterConfig.ZoneAwarenessEnabled',
          'ClusterConfig.DedicatedMasterEnabled',
        ],
      },
    },
  },
};
