import { defineRule, readText, template } from '#kit';

export default defineRule({
  id: 'acm-wildcard-domain',
  title: 'Certificate is for every name of a domain',
  on: 'AWS::CertificateManager::Certificate',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { checkov: ['CKV2_AWS_71'], kics: ['cc8b294f'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-17'] },
  why: 'Whoever gets hold of one service with a wildcard certificate can pose as any other name of the domain. ACM issues a certificate per name for nothing.',
  remedy: 'List the exact names in DomainName and SubjectAlternativeNames.',
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html'],
  check(certificate, report) {
    const names = [certificate.get('DomainName'), ...certificate.get('SubjectAlternativeNames').items()];
    const wildcard = names.find((name) => readText(name)?.startsWith('*.'));
    if (wildcard) report(wildcard, `${certificate.logicalId} is for every name under ${readText(wildcard)?.slice(2)}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: '*.example.com'
                        # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: www.example.com
              SubjectAlternativeNames: [api.example.com]
      `,
    },
    {
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: !If [IsDev, '*.dev.example.com', www.example.com]
                                    # ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a name without default is unknown',
      silent: template`
        Parameters:
          Domain:
            Type: String
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: !Ref Domain
      `,
    },
  ],
});
