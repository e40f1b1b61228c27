import { defineRule, template, type Value } from '#kit';

export default defineRule({
  id: 'cloudfront-origin-failover',
  title: 'CloudFront distribution has no second origin to turn to',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { guard: ['CLOUDFRONT_ORIGIN_FAILOVER_ENABLED'], security_hub: ['CloudFront.4'] },
  controls: { 'aws-fsbp': ['CloudFront.4'], 'nist-800-53-r5': ['CP-10', 'SC-36'] },
  why: 'CloudFront is spread over the world, the origin is one bucket or one load balancer. With an origin group it asks a second origin when the first one fails.',
  remedy: 'Add an origin group with a primary and a secondary origin, best in another region.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  ],
  check(distribution, report) {
    const groups = distribution.get('DistributionConfig.OriginGroups');
    const items = groups.get('Items');
    const isEmpty = groups.get('Quantity').is(0) || (items.isList && !items.isOpen && items.items().every(isAlone));
    if (!groups.isAbsent && !isEmpty) return;
    report(groups, `${distribution.logicalId} has no second origin to turn to`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
            # ^^^^^^^^^^^^^^^^^^
                Origins:
                  - Id: app
                    DomainName: app.example.com
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
                  - Id: standby
                    DomainName: standby.example.com
                OriginGroups:
                  Quantity: 1
                  Items:
                    - Id: both
                      FailoverCriteria: {StatusCodes: {Quantity: 1, Items: [503]}}
                      Members: {Quantity: 2, Items: [{OriginId: app}, {OriginId: standby}]}
      `,
    },
    {
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
                OriginGroups:
              # ^^^^^^^^^^^^
                  Quantity: !If [IsProd, 1, 0]
      `,
    },
    {
      name: 'a group of one',
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                OriginGroups:
              # ^^^^^^^^^^^^
                  Quantity: 1
                  Items:
                    - Id: alone
                      FailoverCriteria: {StatusCodes: {Quantity: 1, Items: [503]}}
                      Members: {Quantity: 1, Items: [{OriginId: app}]}
      `,
    },
    {
      name: 'a number of groups without default is unknown',
      silent: template`
        Parameters:
          Groups:
            Type: Number
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                OriginGroups:
                  Quantity: !Ref Groups
      `,
    },
  ],
});

/** Whether a group of origins certainly has no second member. */
function isAlone(group: Value): boolean {
  const members = group.get('Members.Items');
  return members.isList && !members.isOpen && members.items().length < 2;
}
