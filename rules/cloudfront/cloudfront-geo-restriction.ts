import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-geo-restriction',
  title: 'CloudFront distribution serves every country',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['CloudFrontDistributionGeoRestrictions', 'AwsSolutions-CFR1'], kics: ['7f8843f0'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A service for a few countries need not answer the rest. A restriction by country stops no determined attacker, but much noise, and some contracts demand it.',
  remedy: 'Add a GeoRestriction with the countries you serve, where that is known.',
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html'],
  check(distribution, report) {
    const restriction = distribution.get('DistributionConfig.Restrictions.GeoRestriction');
    const type = restriction.get('RestrictionType');
    if (!type.isNot('whitelist', 'blacklist')) return;
    report(type, `${distribution.logicalId} serves every country`, {
      fixes: [
        fix(
          'Serve the countries that a parameter lists',
          'behaviour',
          set(type, 'whitelist'),
          set(restriction.get('Locations'), { Ref: 'AllowedCountries' }),
          addParameter('AllowedCountries', {
            Type: 'CommaDelimitedList',
            Description: 'The countries to serve, as two-letter codes of ISO 3166',
          }),
        ),
      ],
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
                Enabled: true
                Restrictions:
                  GeoRestriction:
                    RestrictionType: none
                                   # ^^^^
      `,
      good: template`
        Parameters:
          AllowedCountries:
            Type: CommaDelimitedList
            Description: The countries to serve, as two-letter codes of ISO 3166
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Restrictions:
                  GeoRestriction:
                    RestrictionType: whitelist
                    Locations: !Ref AllowedCountries
      `,
    },
    {
      when: 'Local is false',
      bad: template`
        Parameters:
          Market:
            Type: String
        Conditions:
          Local: !Equals [!Ref Market, local]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Restrictions: !If
              # ^^^^^^^^^^^^
                  - Local
                  - GeoRestriction: {RestrictionType: whitelist, Locations: [SE]}
                  - !Ref AWS::NoValue
      `,
    },
    {
      name: 'a type without default is unknown',
      silent: template`
        Parameters:
          Type:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Restrictions:
                  GeoRestriction:
                    RestrictionType: !Ref Type
                    Locations: [SE]
      `,
    },
  ],
});
