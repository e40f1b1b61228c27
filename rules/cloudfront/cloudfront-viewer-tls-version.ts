import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-viewer-tls-version',
  title: 'CloudFront distribution accepts outdated TLS',
  on: 'AWS::CloudFront::Distribution',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_174'],
    cfn_nag: ['W70'],
    guard: ['CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE'],
    trivy: ['AWS-0013'],
    cdk_nag: ['CloudFrontDistributionHttpsViewerNoOutdatedSSL', 'AwsSolutions-CFR4'],
    kics: ['dc17ee4b', 'be96849c'],
    security_hub: ['CloudFront.15'],
  },
  controls: { 'aws-fsbp': ['CloudFront.15'], 'nist-800-53-r5': ['SC-8', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'TLS before 1.2 is broken in known ways and no current browser asks for it; accepting it serves attackers who force a downgrade.',
  remedy: 'Set MinimumProtocolVersion to TLSv1.2_2021 or later.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  ],
  check(distribution, report) {
    const certificate = distribution.get('DistributionConfig.ViewerCertificate');
    const version = certificate.get('MinimumProtocolVersion');
    // The default certificate has a rule of its own.
    if (!certificate.isMap || !certificate.get('CloudFrontDefaultCertificate').isNot(true)) return;
    const isOwn = certificate.get('AcmCertificateArn').isGiven || certificate.get('IamCertificateId').isGiven;
    const isOld = version.satisfies((text) => !/^TLSv1\.[23]/.test(text));
    if (!isOld && !(version.isAbsent && isOwn)) return;
    const said = version.isAbsent ? ', by default TLS 1.0' : version.parameter ? '' : `: ${version.pattern()}`;
    report(version, `${distribution.logicalId} accepts TLS below 1.2${said}`, {
      fixes: [fix('Accept TLS 1.2 and later only', 'behaviour', set(version, 'TLSv1.2_2021'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  MinimumProtocolVersion: TLSv1.1_2016
                                        # ^^^^^^^^^^^^
                  SslSupportMethod: sni-only
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  MinimumProtocolVersion: TLSv1.2_2021
                  SslSupportMethod: sni-only
      `,
    },
    {
      when: 'Legacy is true',
      bad: template`
        Parameters:
          Clients:
            Type: String
        Conditions:
          Legacy: !Equals [!Ref Clients, legacy]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  MinimumProtocolVersion: !If [Legacy, TLSv1, TLSv1.2_2021]
                                                     # ^^^^^
                  SslSupportMethod: sni-only
      `,
      good: template`
        Parameters:
          Clients:
            Type: String
        Conditions:
          Legacy: !Equals [!Ref Clients, legacy]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  MinimumProtocolVersion: !If [Legacy, TLSv1.2_2021, TLSv1.2_2021]
                  SslSupportMethod: sni-only
      `,
    },
    {
      name: 'a version without default is unknown',
      silent: template`
        Parameters:
          Tls:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  MinimumProtocolVersion: !Ref Tls
                  SslSupportMethod: sni-only
      `,
    },
    {
      name: 'the default certificate is a matter of its own',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  CloudFrontDefaultCertificate: true
                  MinimumProtocolVersion: TLSv1
      `,
    },
  ],
});
