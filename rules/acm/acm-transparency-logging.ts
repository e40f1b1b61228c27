import { defineRule, fix, remove, template } from '#kit';

export default defineRule({
  id: 'acm-transparency-logging',
  title: 'Certificate is kept out of the public logs',
  on: 'AWS::CertificateManager::Certificate',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-17'] },
  why: 'Browsers warn of public certificates that are not in the certificate transparency logs, and those logs are how the owner of a domain learns of a certificate that somebody else got for it.',
  remedy: 'Remove CertificateTransparencyLoggingPreference.',
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html'],
  check(certificate, report) {
    const preference = certificate.get('CertificateTransparencyLoggingPreference');
    // Private certificate authorities do not log.
    if (!preference.is('DISABLED') || !certificate.get('CertificateAuthorityArn').isAbsent) return;
    report(preference, `${certificate.logicalId} is kept out of the certificate transparency logs`, {
      fixes: [fix('Log the certificate', 'behaviour', remove(preference))],
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
              CertificateTransparencyLoggingPreference: DISABLED
                                                      # ^^^^^^^^
      `,
      good: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
      `,
    },
    {
      when: 'Hidden is true',
      bad: template`
        Parameters:
          Launch:
            Type: String
        Conditions:
          Hidden: !Equals [!Ref Launch, later]
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              CertificateTransparencyLoggingPreference: !If [Hidden, DISABLED, ENABLED]
                                                                   # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Launch:
            Type: String
        Conditions:
          Hidden: !Equals [!Ref Launch, later]
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              CertificateTransparencyLoggingPreference: !If [Hidden, !Ref AWS::NoValue, ENABLED]
      `,
    },
    {
      name: 'a private certificate is not logged',
      silent: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: api.internal
              CertificateAuthorityArn: !ImportValue Authority
              CertificateTransparencyLoggingPreference: DISABLED
      `,
    },
    {
      name: 'a preference without default is unknown',
      silent: template`
        Parameters:
          Preference:
            Type: String
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              CertificateTransparencyLoggingPreference: !Ref Preference
      `,
    },
  ],
});
