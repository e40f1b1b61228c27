import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-sni',
  title: 'CloudFront distribution pays for addresses of its own',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { guard: ['CLOUDFRONT_SNI_ENABLED'], security_hub: ['CloudFront.8'] },
  controls: { 'aws-fsbp': ['CloudFront.8'], 'nist-800-53-r5': ['CM-6'] },
  why: 'Every client of the last fifteen years names the host it wants (SNI). Dedicated addresses cost several hundred dollars a month and keep SSLv3 clients alive.',
  remedy: 'Set SslSupportMethod to sni-only.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
  ],
  check(distribution, report) {
    const certificate = distribution.get('DistributionConfig.ViewerCertificate');
    const method = certificate.get('SslSupportMethod');
    const isOwn = certificate.get('AcmCertificateArn').isGiven || certificate.get('IamCertificateId').isGiven;
    if (!method.isNot('sni-only') || !(method.isGiven || isOwn)) return;
    report(method, `${distribution.logicalId} serves HTTPS from dedicated addresses instead of by server name`, {
      fixes: [fix('Serve by server name (SNI)', 'behaviour', set(method, 'sni-only'))],
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
                  SslSupportMethod: vip
                                  # ^^^
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
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
                  SslSupportMethod: !If [Legacy, static-ip, sni-only]
                                               # ^^^^^^^^^
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
                  SslSupportMethod: !If [Legacy, sni-only, sni-only]
      `,
    },
    {
      name: 'a method without default is unknown',
      silent: template`
        Parameters:
          Method:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                ViewerCertificate:
                  AcmCertificateArn: !ImportValue Certificate
                  SslSupportMethod: !Ref Method
      `,
    },
  ],
});
