import { defineRule, describe, fix, set, template, type Value } from '#kit';

const OTHER_PEERS = { kics: ['a5366a50'], security_hub: ['CloudFront.9'] };
const PEERS = { checkov: ['CKV2_AWS_72'], ...OTHER_PEERS };

export default defineRule({
  id: 'cloudfront-origin-https',
  title: 'CloudFront talks to its origin over plain HTTP',
  on: 'AWS::CloudFront::Distribution',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: PEERS,
  controls: { 'aws-fsbp': ['CloudFront.9'], 'nist-800-53-r5': ['SC-8', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'The padlock that visitors see ends at the edge. From there to a custom origin the request crosses the internet in the clear, with the cookies and headers that are forwarded.',
  remedy:
    'Set OriginProtocolPolicy to https-only; for a website bucket use its REST endpoint with origin access control.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  ],
  check(distribution, report) {
    const config = distribution.get('DistributionConfig');
    // A distribution that is switched off fetches nothing.
    if (config.get('Enabled').is(false)) return;
    for (const origin of config.get('Origins').items()) {
      const policy = origin.get('CustomOriginConfig.OriginProtocolPolicy');
      const isPlain = policy.is('http-only') || (policy.is('match-viewer') && allowsHttp(config));
      if (!isPlain) continue;
      const domain = origin.get('DomainName');
      // The website endpoint of a bucket speaks no HTTPS.
      const isWebsite = /\.s3-website[.-]/.test(domain.pattern() ?? '');
      const protocols = origin.get('CustomOriginConfig.OriginSSLProtocols');
      report(policy, `${distribution.logicalId} fetches from ${describe(domain) ?? 'its origin'} over plain HTTP`, {
        peers: isOfAws(domain) ? PEERS : OTHER_PEERS,
        fixes: [
          isWebsite
            ? undefined
            : fix(
                'Fetch over HTTPS (the origin needs a certificate)',
                'behaviour',
                set(policy, 'https-only'),
                ...(protocols.isAbsent ? [set(protocols, ['TLSv1.2'])] : []),
              ),
        ],
      });
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
                      OriginProtocolPolicy: http-only
                                          # ^^^^^^^^^
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
      name: 'the origin follows the viewer, and the viewer may use HTTP',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  ViewerProtocolPolicy: !If [IsDev, allow-all, https-only]
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: match-viewer
                                          # ^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  ViewerProtocolPolicy: !If [IsDev, allow-all, https-only]
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
      name: 'the origin follows viewers of whom nothing is said',
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: front.eu-west-1.elb.amazonaws.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: match-viewer
                                          # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'the distribution is switched off',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: false
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: http-only
      `,
    },
    {
      name: 'the origin follows viewers who all use HTTPS',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  ViewerProtocolPolicy: https-only
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: match-viewer
      `,
    },
    {
      name: 'a policy without default is unknown',
      silent: template`
        Parameters:
          Policy:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: app.example.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: !Ref Policy
      `,
    },
  ],
});

/** Whether an origin is one that checkov asks about: a load balancer, or a container of videos. */
function isOfAws(domain: Value): boolean {
  const type = domain.target()?.resource.type ?? '';
  return (
    /\.(?:mediastore|mediapackage|elb)\./.test(domain.pattern() ?? '') ||
    /^AWS::(?:ElasticLoadBalancing|MediaStore|MediaPackage)/.test(type)
  );
}

function allowsHttp(config: Value): boolean {
  return [config.get('DefaultCacheBehavior'), ...config.get('CacheBehaviors').items()].some((behavior) =>
    behavior.get('ViewerProtocolPolicy').isNot('redirect-to-https', 'https-only'),
  );
}
