import { defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-trusted-signers',
  title: 'Signed URLs are checked by keys of the root user',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-6', 'SC-12'] },
  why: 'TrustedSigners names accounts, and the keys of an account can be made, changed and withdrawn by its root user alone, whom nobody should need. Key groups took their place in 2020.',
  remedy: 'Put the public key into a key group, and name that in TrustedKeyGroups.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  ],
  check(distribution, report) {
    const config = distribution.get('DistributionConfig');
    const groups = distribution.template.declared('AWS::CloudFront::KeyGroup');
    const [group] = groups.filter((each) => each.attribute('Condition').isAbsent);
    for (const behavior of [config.get('DefaultCacheBehavior'), ...config.get('CacheBehaviors').items()]) {
      const signers = behavior.get('TrustedSigners');
      const [signer] = signers.items();
      if (!signer) continue;
      report(signer, `A behavior of ${distribution.logicalId} trusts keys of the root user`, {
        fixes: [
          group && groups.length === 1
            ? fix(
                `Trust the keys of ${group.logicalId} instead`,
                'behaviour',
                remove(signers),
                set(behavior.get('TrustedKeyGroups'), [{ Ref: group.logicalId }]),
              )
            : undefined,
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Readers:
            Type: AWS::CloudFront::KeyGroup
            Properties:
              KeyGroupConfig: {Name: readers, Items: [!ImportValue PublicKey]}
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultCacheBehavior:
                  TargetOriginId: pages
                  TrustedSigners: [self]
                                 # ^^^^
      `,
      good: template`
        Resources:
          Readers:
            Type: AWS::CloudFront::KeyGroup
            Properties:
              KeyGroupConfig: {Name: readers, Items: [!ImportValue PublicKey]}
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultCacheBehavior:
                  TargetOriginId: pages
                  TrustedKeyGroups:
                    - !Ref Readers
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                CacheBehaviors:
                  - PathPattern: /paid/*
                    TargetOriginId: pages
                    TrustedSigners: !If [IsProd, !Ref AWS::NoValue, ['123456789012']]
                                                                   # ^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'signers without default may be none',
      silent: template`
        Parameters:
          Signers: {Type: CommaDelimitedList}
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior: {TargetOriginId: pages, TrustedSigners: !Ref Signers}
      `,
    },
  ],
});
