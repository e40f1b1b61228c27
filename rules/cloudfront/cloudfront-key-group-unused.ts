import { defineRule, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'cloudfront-key-group-unused',
  title: 'Signed URLs are made and never checked',
  on: 'AWS::CloudFront::KeyGroup',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3'] },
  why: 'A key group protects nothing until a cache behavior trusts it: CloudFront then asks for a signature, and until then hands private content to whoever knows the URL.',
  remedy: 'Name the key group in TrustedKeyGroups of the behaviors that serve private content.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  ],
  check(group, report) {
    const distributions = group.template.resources('AWS::CloudFront::Distribution');
    const behaviors = distributions.flatMap(behaviorsOf);
    // A group for distributions of other stacks, or behaviors that trust what the template does not tell.
    if (distributions.length === 0 || group.template.isOpen || behaviors.some((each) => mayTrust(each, group))) return;
    const [distribution] = distributions;
    report(group, `No behavior of ${distribution?.logicalId} checks the signatures of ${group.logicalId}`, {
      fixes: () => [
        distributions.length === 1 && distribution
          ? fix(
              'Demand signed URLs or cookies for all that no other behavior serves',
              'behaviour',
              set(distribution.get('DistributionConfig.DefaultCacheBehavior.TrustedKeyGroups'), [
                { Ref: group.logicalId },
              ]),
            )
          : undefined,
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Readers:
        # ^^^^^^^
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
                  ViewerProtocolPolicy: https-only
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
                  ViewerProtocolPolicy: https-only
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
          Readers:
        # ^^^^^^^
            Type: AWS::CloudFront::KeyGroup
            Properties:
              KeyGroupConfig: {Name: readers, Items: [!ImportValue PublicKey]}
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  TargetOriginId: pages
                  TrustedKeyGroups: !If [IsProd, [!Ref Readers], !Ref AWS::NoValue]
      `,
    },
    {
      name: 'one behavior serves what is private, or the groups are chosen at deployment',
      silent: template`
        Parameters:
          Trusted: {Type: CommaDelimitedList}
        Resources:
          Readers:
            Type: AWS::CloudFront::KeyGroup
            Properties:
              KeyGroupConfig: {Name: readers, Items: [!ImportValue PublicKey]}
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior: {TargetOriginId: pages}
                CacheBehaviors:
                  - {PathPattern: /paid/*, TargetOriginId: pages, TrustedKeyGroups: [!Ref Readers]}
                  - {PathPattern: /other/*, TargetOriginId: pages, TrustedKeyGroups: !Ref Trusted}
      `,
    },
    {
      name: 'the distribution is of another stack',
      silent: template`
        Resources:
          Readers:
            Type: AWS::CloudFront::KeyGroup
            Properties:
              KeyGroupConfig: {Name: readers, Items: [!ImportValue PublicKey]}
      `,
    },
  ],
});

function behaviorsOf(distribution: ResourceView): readonly Value[] {
  const config = distribution.get('DistributionConfig');
  return [config.get('DefaultCacheBehavior'), ...config.get('CacheBehaviors').items()];
}

function mayTrust(behavior: Value, group: ResourceView): boolean {
  const trusted = behavior.get('TrustedKeyGroups');
  if (trusted.isUnknown || trusted.isOpen) return true;
  return trusted
    .items()
    .some((each) => (each.target() ? each.target()?.resource.logicalId === group.logicalId : each.isUnknown));
}
