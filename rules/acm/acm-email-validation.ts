import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'acm-email-validation',
  title: 'Certificate is renewed by a click in a mail',
  on: 'AWS::CertificateManager::Certificate',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-17', 'CP-10'] },
  why: 'A certificate that is validated by mail, which is the default, expires when nobody reads the mail, and whoever reads it can get certificates for the domain. By DNS it renews itself.',
  remedy: 'Set ValidationMethod to DNS, and name the hosted zone in DomainValidationOptions.',
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html'],
  check(certificate, report) {
    const method = certificate.get('ValidationMethod');
    // A private authority validates nothing.
    if (!method.isNot('DNS', 'HTTP') || !certificate.get('CertificateAuthorityArn').isAbsent) return;
    report(method, `${certificate.logicalId} is renewed only when somebody answers a mail`, {
      fixes: [fix('Validate by DNS (replaces the certificate)', 'replacement', set(method, 'DNS'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Certificate:
        # ^^^^^^^^^^^
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
      `,
      good: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              ValidationMethod: DNS
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
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              ValidationMethod: !If [IsProd, DNS, EMAIL]
                                                # ^^^^^
      `,
    },
    {
      name: 'a certificate of a private authority, or a method without default',
      silent: template`
        Parameters:
          Method: {Type: String}
        Resources:
          Inner:
            Type: AWS::CertificateManager::Certificate
            Properties: {DomainName: db.internal, CertificateAuthorityArn: !ImportValue Authority}
          Outer:
            Type: AWS::CertificateManager::Certificate
            Properties: {DomainName: www.example.com, ValidationMethod: !Ref Method}
      `,
    },
  ],
});
