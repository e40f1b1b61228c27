import type { ServiceKnowledge } from '../types.ts';

export const acm: ServiceKnowledge = {
  id: 'acm',
  name: 'AWS Certificate Manager',
  class: 'abstracted',
  types: ['AWS::CertificateManager::'],
  summary: 'TLS certificates for load balancers, CloudFront and APIs.',
  link: 'https://docs.aws.amazon.com/acm/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You limit who may request, import or export certificates for your domains.',
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts private keys before it stores them.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS issues and renews the certificate; attaching it to every listener is yours.',
      properties: {
        'AWS::CertificateManager::Certificate': ['ValidationMethod', 'DomainName'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        'AWS keeps private keys encrypted with KMS; for an exportable or imported certificate you hold a copy to guard.',
      properties: {
        'AWS::CertificateManager::Certificate': ['KeyAlgorithm', 'CertificateExport'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS warns of expiry by event; certificate transparency logs show every public name you request.',
      properties: {
        'AWS::CertificateManager::Certificate': ['CertificateTransparencyLoggingPreference'],
        'AWS::CertificateManager::Account': ['ExpiryEventsConfiguration'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS renews as long as the DNS validation record stays; imported certificates you renew.',
      properties: {
        'AWS::CertificateManager::Certificate': ['DomainValidationOptions'],
      },
    },
  },
};
