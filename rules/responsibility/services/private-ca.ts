import type { ServiceKnowledge } from '../types.ts';

export const privateCa: ServiceKnowledge = {
  id: 'private-ca',
  name: 'AWS Private CA',
  class: 'abstracted',
  types: ['AWS::ACMPCA::'],
  summary: 'Your own certificate authorities.',
  link: 'https://docs.aws.amazon.com/privateca/latest/userguide/security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence: "AWS keeps the authority's private key in FIPS-validated modules.",
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You separate those who administer an authority from those who issue, and keep templates of subordinate ones rare.',
      properties: {
        'AWS::ACMPCA::Permission': ['Actions', 'Principal'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS guards the keys; you disable and revoke an authority that is misused.',
      properties: {
        'AWS::ACMPCA::CertificateAuthority': ['KeyAlgorithm', 'KeyStorageSecurityStandard'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You create audit reports of everything issued.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS runs the revocation service you configure; a deleted authority comes back for 7 to 30 days.',
      properties: {
        'AWS::ACMPCA::CertificateAuthority': ['RevocationConfiguration'],
      },
    },
  },
};
