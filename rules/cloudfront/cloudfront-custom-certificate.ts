import { addParameter, defineRule, fix, type Peers, set, template, type Value } from '#kit';

const PEERS = {
  checkov: ['CKV_AWS_174'],
  cfn_nag: ['W70'],
  guard: ['CLOUDFRONT_CUSTOM_SSL_CERTIFICATE', 'CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE', 'CLOUDFRONT_SNI_ENABLED'],
  trivy: ['AWS-0013'],
  cdk_nag: ['CloudFrontDistributionHttpsViewerNoOutdatedSSL', 'AwsSolutions-CFR4'],
  kics: ['b4d9c12b', 'dc17ee4b'],
  security_hub: ['CloudFront.7', 'CloudFront.8', 'CloudFront.15'],
};

export default defineRule({
  id: 'cloudfront-custom-certificate',
  title: 'CloudFront distribution uses the default certificate',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: PEERS,
  controls: {
    'aws-fsbp': ['CloudFront.7', 'CloudFront.15'],
    'nist-800-53-r5': ['SC-8', 'SC-13'],
    'pci-dss-4': ['4.2.1'],
  },
  why: 'With the default *.cloudfront.net certificate CloudFront accepts TLS 1.0 whatever MinimumProtocolVersion says. A certificate of your own costs nothing with ACM and lets you set the minimum.',
  remedy: 'Give the distribution a domain name and an ACM certificate of us-east-1, with TLSv1.2_2021 and sni-only.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  ],
  check(distribution, report) {
    const config = distribution.get('DistributionConfig');
    const certificate = config.get('ViewerCertificate');
    const isDefault = certificate.get('CloudFrontDefaultCertificate');
    const names = ['AcmCertificateArn', 'IamCertificateId', 'MinimumProtocolVersion'];
    if (!isDefault.is(true) && !names.every((name) => certificate.get(name).isAbsent)) return;
    const aliases = config.get('Aliases');
    report(
      isDefault.isAbsent ? certificate : isDefault,
      `${distribution.logicalId} uses the default certificate, under which TLS 1.0 is accepted`,
      {
        peers: peersFor(certificate),
        fixes: [
          fix(
            'Use a certificate that a parameter names',
            'behaviour',
            set(certificate, {
              AcmCertificateArn: { Ref: 'CertificateArn' },
              MinimumProtocolVersion: 'TLSv1.2_2021',
              SslSupportMethod: 'sni-only',
            }),
            addParameter('CertificateArn', {
              Type: 'String',
              Description: 'The ARN of the ACM certificate, in us-east-1, for the domain name of the distribution',
              AllowedPattern: '^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+$',
            }),
            ...(aliases.isAbsent
              ? [
                  set(aliases, [{ Ref: 'DomainName' }]),
                  addParameter('DomainName', {
                    Type: 'String',
                    Description: 'The domain name that the distribution is reached by',
                    AllowedPattern: '^([a-z0-9*-]+[.])+[a-z]{2,}$',
                  }),
                ]
              : []),
          ),
        ],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                ViewerCertificate:
                  CloudFrontDefaultCertificate: true
                                              # ^^^^
      `,
      good: template`
        Parameters:
          CertificateArn:
            Type: String
            Description: The ARN of the ACM certificate, in us-east-1, for the domain name of the distribution
            AllowedPattern: '^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+$'
          DomainName:
            Type: String
            Description: The domain name that the distribution is reached by
            AllowedPattern: '^([a-z0-9*-]+[.])+[a-z]{2,}$'
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                ViewerCertificate:
                  AcmCertificateArn: !Ref CertificateArn
                  MinimumProtocolVersion: TLSv1.2_2021
                  SslSupportMethod: sni-only
                Aliases:
                  - !Ref DomainName
      `,
    },
    {
      name: 'a domain name in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          Certificate:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                ViewerCertificate: !If
              # ^^^^^^^^^^^^^^^^^
                  - IsProd
                  - AcmCertificateArn: !Ref Certificate
                    MinimumProtocolVersion: TLSv1.2_2021
                    SslSupportMethod: sni-only
                  - !Ref AWS::NoValue
      `,
    },
    {
      name: 'a certificate that another stack exports',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  MinimumProtocolVersion: TLSv1.2_2021
                  SslSupportMethod: sni-only
      `,
    },
  ],
});

/** Others read what the certificate’s settings say, though they do not hold for the default certificate. */
function peersFor(certificate: Value): Peers {
  const saysTls = certificate.get('MinimumProtocolVersion').satisfies((text) => /^TLSv1\.[23]/.test(text));
  const saysSni = certificate.get('SslSupportMethod').is('sni-only');
  const guard = saysSni ? PEERS.guard.filter((id) => id !== 'CLOUDFRONT_SNI_ENABLED') : PEERS.guard;
  return saysTls ? { ...PEERS, checkov: [], trivy: [], guard } : { ...PEERS, guard };
}
