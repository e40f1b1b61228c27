import { defineRule, fix, set, template, type Value } from '#kit';

export default defineRule({
  id: 'cloudfront-security-headers',
  title: 'CloudFront tells browsers nothing of security',
  on: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::ResponseHeadersPolicy'],
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-23'] },
  why: 'With Strict-Transport-Security a browser comes back over HTTPS alone, so that nobody on the way can downgrade the first request. Headers against framing and guessed types come with it, unless the origin already sends them.',
  remedy: 'Give the behavior a response headers policy, such as the managed SecurityHeadersPolicy.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html',
  ],
  check(resource, report) {
    if (resource.type === 'AWS::CloudFront::ResponseHeadersPolicy') {
      const transport = resource.get('ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity');
      const age = transport.get('AccessControlMaxAgeSec');
      const isShort = age.satisfies((text) => Number(text) < HALF_YEAR);
      if (!isShort) return;
      report(age, `${resource.logicalId} has browsers keep to HTTPS for less than half a year`, {
        fixes: [fix('Keep browsers to HTTPS for a year', 'behaviour', set(age, 2 * HALF_YEAR))],
      });
      return;
    }
    const behavior = resource.get('DistributionConfig.DefaultCacheBehavior');
    const policy = behavior.get('ResponseHeadersPolicyId');
    if (!behavior.isMap || !policy.isAbsent || mayAddHeaders(behavior)) return;
    report(policy, `${resource.logicalId} sends no security headers of its own`, {
      fixes: [fix('Add the headers of the managed SecurityHeadersPolicy', 'behaviour', set(policy, MANAGED))],
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
                DefaultCacheBehavior:
              # ^^^^^^^^^^^^^^^^^^^^
                  TargetOriginId: pages
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultCacheBehavior:
                  TargetOriginId: pages
                  ResponseHeadersPolicyId: 67f7725c-6f97-4210-82d7-5512b31e9d03
      `,
    },
    {
      name: 'a promise of an hour, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Headers:
            Type: AWS::CloudFront::ResponseHeadersPolicy
            Properties:
              ResponseHeadersPolicyConfig:
                Name: headers
                SecurityHeadersConfig:
                  StrictTransportSecurity:
                    AccessControlMaxAgeSec: !If [IsProd, 63072000, 3600]
                                                                 # ^^^^
                    Override: true
      `,
    },
    {
      name: 'a policy that is chosen at deployment',
      silent: template`
        Parameters:
          Headers: {Type: String}
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior: {TargetOriginId: pages, ResponseHeadersPolicyId: !Ref Headers}
      `,
    },
    {
      name: 'a function at the edge may write the headers',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultCacheBehavior:
                  TargetOriginId: pages
                  FunctionAssociations:
                    - {EventType: viewer-response, FunctionARN: !ImportValue Headers}
      `,
    },
  ],
});

/** In seconds; what browsers ask for before they ship a name with HTTPS built in is a year. */
const HALF_YEAR = 15_768_000;

/** SecurityHeadersPolicy, the same in all accounts. */
const MANAGED = '67f7725c-6f97-4210-82d7-5512b31e9d03';

function mayAddHeaders(behavior: Value): boolean {
  return [behavior.get('FunctionAssociations'), behavior.get('LambdaFunctionAssociations')].some(
    (functions) =>
      functions.isOpen ||
      functions.items().some((each) => !each.get('EventType').isNot('viewer-response', 'origin-response')),
  );
}
