import { defineRule, fix, set, template } from '#kit';

/** The checks that take a missing policy for allow-all; CloudFormation requires one. */
const ABSENT = { guard: ['CLOUDFRONT_VIEWER_POLICY_HTTPS'], trivy: ['AWS-0012'] };

export default defineRule({
  id: 'cloudfront-viewer-https',
  title: 'CloudFront distribution serves over plain HTTP',
  on: 'AWS::CloudFront::Distribution',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'essential',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_34'],
    ...ABSENT,
    kics: ['31733ee2'],
    security_hub: ['CloudFront.3'],
  },
  controls: { 'aws-fsbp': ['CloudFront.3'], 'nist-800-53-r5': ['SC-8', 'SC-13', 'SC-23'], 'pci-dss-4': ['4.2.1'] },
  why: 'With allow-all a page asked for by http:// is served in the clear: anyone on the way reads cookies and rewrites the page.',
  remedy: 'Set ViewerProtocolPolicy to redirect-to-https, or to https-only for an API.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  ],
  check(distribution, report) {
    const config = distribution.get('DistributionConfig');
    const behaviors = [config.get('DefaultCacheBehavior'), ...config.get('CacheBehaviors').items()];
    for (const behavior of behaviors) {
      const policy = behavior.get('ViewerProtocolPolicy');
      if (!policy.isNot('redirect-to-https', 'https-only')) continue;
      const path = behavior.get('PathPattern').pattern();
      report(policy, `${distribution.logicalId} serves ${path === undefined ? 'pages' : path} over plain HTTP`, {
        ...(policy.isAbsent ? { peers: ABSENT } : {}),
        fixes: [fix('Redirect to HTTPS', 'behaviour', set(policy, 'redirect-to-https'))],
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
                DefaultCacheBehavior:
                  TargetOriginId: app
                  ViewerProtocolPolicy: redirect-to-https
                CacheBehaviors:
                  - PathPattern: /api/*
                    TargetOriginId: app
                    ViewerProtocolPolicy: allow-all
                                        # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  TargetOriginId: app
                  ViewerProtocolPolicy: redirect-to-https
                CacheBehaviors:
                  - PathPattern: /api/*
                    TargetOriginId: app
                    ViewerProtocolPolicy: redirect-to-https
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
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  TargetOriginId: app
                  ViewerProtocolPolicy: !If [IsDev, allow-all, https-only]
                                                  # ^^^^^^^^^
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
                  TargetOriginId: app
                  ViewerProtocolPolicy: !If [IsDev, redirect-to-https, https-only]
      `,
    },
    {
      name: 'nothing is said of how pages are served',
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
            # ^^^^^^^^^^^^^^^^^^
                Enabled: true
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
                DefaultCacheBehavior:
                  TargetOriginId: app
                  ViewerProtocolPolicy: !Ref Policy
      `,
    },
  ],
});
