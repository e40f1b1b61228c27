import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'acm-key-algorithm',
  title: 'Certificate has a key that is too short',
  on: 'AWS::CertificateManager::Certificate',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: { security_hub: ['ACM.2'] },
  controls: { 'aws-fsbp': ['ACM.2'], 'nist-800-53-r5': ['SC-12', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'RSA keys of 1024 bits are within reach of well-funded attackers, and browsers refuse them.',
  remedy: 'Use RSA_2048 or an elliptic curve key.',
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html'],
  check(certificate, report) {
    const algorithm = certificate.get('KeyAlgorithm');
    if (!algorithm.is('RSA_1024')) return;
    report(algorithm, `${certificate.logicalId} has an RSA key of 1024 bits`, {
      fixes: [fix('Use an RSA key of 2048 bits', 'replacement', set(algorithm, 'RSA_2048'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              KeyAlgorithm: RSA_1024
                          # ^^^^^^^^
      `,
      good: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              KeyAlgorithm: RSA_2048
      `,
    },
    {
      when: 'IsLegacy is true',
      bad: template`
        Parameters:
          Clients:
            Type: String
        Conditions:
          IsLegacy: !Equals [!Ref Clients, legacy]
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              KeyAlgorithm: !If [IsLegacy, RSA_1024, EC_prime256v1]
                                         # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Clients:
            Type: String
        Conditions:
          IsLegacy: !Equals [!Ref Clients, legacy]
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              KeyAlgorithm: !If [IsLegacy, RSA_2048, EC_prime256v1]
      `,
    },
    {
      name: 'an algorithm without default is unknown',
      silent: template`
        Parameters:
          Algorithm:
            Type: String
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              KeyAlgorithm: !Ref Algorithm
      `,
    },
  ],
});
