import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'acmpca-revocation',
  title: 'Private authority cannot take certificates back',
  on: 'AWS::ACMPCA::CertificateAuthority',
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-17', 'IA-5(2)'] },
  why: 'Revoking the certificate of a lost device changes nothing when no list and no responder tells those who check it; it opens doors until it expires. Authorities for short-lived certificates need neither.',
  remedy: 'Enable OCSP, or a certificate revocation list with its bucket.',
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/revocation-setup.html'],
  check(authority, report) {
    const revocation = authority.get('RevocationConfiguration');
    const responder = revocation.get('OcspConfiguration.Enabled');
    const isShortLived = !authority.get('UsageMode').isNot('SHORT_LIVED_CERTIFICATE');
    if (isShortLived || !responder.isNot(true) || !revocation.get('CrlConfiguration.Enabled').isNot(true)) return;
    report(responder, `${authority.logicalId} tells nobody which certificates it has revoked`, {
      fixes: [fix('Tell by OCSP', 'cost', set(responder, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Factory:
        # ^^^^^^^
            Type: AWS::ACMPCA::CertificateAuthority
            Properties:
              Type: SUBORDINATE
              KeyAlgorithm: EC_prime256v1
              SigningAlgorithm: SHA256WITHECDSA
              Subject: {CommonName: factory}
      `,
      good: template`
        Resources:
          Factory:
            Type: AWS::ACMPCA::CertificateAuthority
            Properties:
              Type: SUBORDINATE
              KeyAlgorithm: EC_prime256v1
              SigningAlgorithm: SHA256WITHECDSA
              Subject: {CommonName: factory}
              RevocationConfiguration:
                OcspConfiguration:
                  Enabled: true
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Factory:
            Type: AWS::ACMPCA::CertificateAuthority
            Properties:
              RevocationConfiguration:
                OcspConfiguration:
                  Enabled: !If [IsProd, true, false]
                                            # ^^^^^
      `,
    },
    {
      name: 'a list is kept, certificates are short-lived, or a parameter decides',
      silent: template`
        Parameters:
          Responder: {Type: String}
        Resources:
          Listed:
            Type: AWS::ACMPCA::CertificateAuthority
            Properties: {RevocationConfiguration: {CrlConfiguration: {Enabled: true, S3BucketName: lists}}}
          Short:
            Type: AWS::ACMPCA::CertificateAuthority
            Properties: {UsageMode: SHORT_LIVED_CERTIFICATE}
          Chosen:
            Type: AWS::ACMPCA::CertificateAuthority
            Properties: {RevocationConfiguration: {OcspConfiguration: {Enabled: !Ref Responder}}}
      `,
    },
  ],
});
