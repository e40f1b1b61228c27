import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-origin-tls-version',
  title: 'CloudFront talks to its origin with outdated TLS',
  on: 'AWS::CloudFront::Distribution',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { cdk_nag: ['CloudFrontDistributionNoOutdatedSSL', 'AwsSolutions-CFR5'], security_hub: ['CloudFront.10'] },
  controls: { 'aws-fsbp': ['CloudFront.10'], 'nist-800-53-r5': ['SC-8', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'CloudFront settles with the origin on any protocol of this list. SSLv3 and TLS before 1.2 are broken, and they are the default when the list is left out.',
  remedy: 'Set OriginSSLProtocols to TLSv1.2 alone.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-ciphers-cloudfront-to-origin.html',
  ],
  check(distribution, report) {
    for (const origin of distribution.get('DistributionConfig.Origins').items()) {
      const custom = origin.get('CustomOriginConfig');
      const protocols = custom.get('OriginSSLProtocols');
      // Nothing is encrypted with http-only; that is a matter of its own.
      if (!custom.isMap || !custom.get('OriginProtocolPolicy').isNot('http-only')) continue;
      const old = protocols.items().find((item) => item.is('SSLv3', 'TLSv1', 'TLSv1.1'));
      if (!old && !protocols.isAbsent) continue;
      const domain = describe(origin.get('DomainName')) ?? 'its origin';
      report(
        old ?? protocols,
        `${distribution.logicalId} may use ${(old && describe(old)) ?? 'SSLv3'} with ${domain}`,
        {
          fixes: [fix('Use TLS 1.2 with the origin', 'behaviour', set(protocols, ['TLSv1.2']))],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
                      OriginSSLProtocols: [TLSv1, TLSv1.2]
                                         # ^^^^^
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
                      OriginSSLProtocols:
                        - TLSv1.2
      `,
    },
    {
      name: 'the default list in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
                      OriginSSLProtocols: !If [IsProd, [TLSv1.2], !Ref AWS::NoValue]
                    # ^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
                      OriginSSLProtocols: !If [IsProd, [TLSv1.2], [TLSv1.2]]
      `,
    },
    {
      name: 'nothing is encrypted with http-only',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: http-only
      `,
    },
    {
      name: 'a list without default is unknown',
      silent: template`
        Parameters:
          Protocols:
            Type: CommaDelimitedList
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
                      OriginSSLProtocols: !Ref Protocols
      `,
    },
  ],
});
