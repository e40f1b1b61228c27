import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'acm-exportable-key',
  title: 'Private key of a certificate can leave ACM',
  on: 'AWS::CertificateManager::Certificate',
  severity: 'low',
  category: 'secrets',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-17'] },
  why: 'Whoever may export the certificate has its key, and can pose as the site from anywhere; load balancers and CloudFront use certificates of ACM without anyone ever seeing the key.',
  remedy: 'Leave CertificateExport out, unless hosts outside of AWS need the certificate.',
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-exportable-certificates.html'],
  check(certificate, report) {
    const exportable = certificate.get('CertificateExport');
    if (!exportable.is('ENABLED')) return;
    report(exportable, `${certificate.logicalId} lets its private key out of ACM`, {
      fixes: [fix('Keep the key in ACM (replaces the certificate)', 'replacement', set(exportable, 'DISABLED'))],
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
              ValidationMethod: DNS
              CertificateExport: ENABLED
                               # ^^^^^^^
      `,
      good: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              ValidationMethod: DNS
              CertificateExport: DISABLED
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
              ValidationMethod: DNS
              CertificateExport: !If [IsProd, DISABLED, ENABLED]
                                                      # ^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              ValidationMethod: DNS
              CertificateExport: !If [IsProd, DISABLED, DISABLED]
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              ValidationMethod: DNS
              CertificateExport: !Ref Choice
      `,
    },
  ],
});
