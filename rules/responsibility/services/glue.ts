import type { ServiceKnowledge } from '../types.ts';

export const glue: ServiceKnowledge = {
  id: 'glue',
  name: 'AWS Glue',
  class: 'abstracted',
  types: ['AWS::Glue::', 'AWS::DataBrew::'],
  summary: 'Data catalog, crawlers and ETL jobs.',
  link: 'https://docs.aws.amazon.com/glue/latest/dg/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS maintains job environments; you choose a Glue version that is still supported.',
      properties: {
        'AWS::Glue::Job': ['GlueVersion'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give jobs and crawlers roles for their own paths, and catalog rights by Lake Formation.',
      properties: {
        'AWS::Glue::Job': ['Role'],
        'AWS::Glue::Crawler': ['Role'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You reach databases by connections in your VPC, not over public addresses.',
      properties: {
        'AWS::Glue::Connection': ['ConnectionInput'],
        'AWS::Glue::Job': ['Connections'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You turn on catalog encryption and attach a security configuration to jobs, crawlers and endpoints.',
      properties: {
        'AWS::Glue::DataCatalogEncryptionSettings': ['DataCatalogEncryptionSettings'],
        'AWS::Glue::SecurityConfiguration': ['EncryptionConfiguration'],
        'AWS::Glue::Job': ['SecurityConfiguration'],
        'AWS::Glue::Crawler': ['CrawlerSecurityConfiguration'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You require TLS of JDBC connections.',
      properties: {
        'AWS::Glue::Connection': ['ConnectionInput'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You encrypt connection passwords in the catalog, or refer to a secret.',
      properties: {
        'AWS::Glue::DataCatalogEncryptionSettings': ['DataCatalogEncryptionSettings.ConnectionPasswordEncryption'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable continuous logging of jobs, encrypted by their security configuration.',
      properties: {
        'AWS::Glue::Job': ['DefaultArguments'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You retry and bookmark jobs; the catalog has no backup of its own.',
      properties: {
        'AWS::Glue::Job': ['MaxRetries'],
      },
    },
  },
};
