import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'wafv2-metrics',
  title: 'Rule of a web ACL counts nothing',
  on: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['WAF.12'] },
  controls: { 'aws-fsbp': ['WAF.12'], 'nist-800-53-r5': ['AU-6', 'SI-4'] },
  why: 'No alarm can tell of an attack, and nobody sees that a rule stops the wrong requests, when a rule publishes no metrics.',
  remedy: 'Set CloudWatchMetricsEnabled to true.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html'],
  check(resource, report) {
    for (const counted of [resource, ...resource.get('Rules').items()]) {
      const enabled = counted.get('VisibilityConfig.CloudWatchMetricsEnabled');
      if (!enabled.is(false)) continue;
      const name = counted === resource ? resource.logicalId : (counted.get('Name').pattern() ?? 'A rule');
      const what = counted === resource ? name : `${name} of ${resource.logicalId}`;
      report(enabled, `${what} publishes no metrics`, { fixes: [fix('Publish metrics', 'cost', set(enabled, true))] });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: wall, SampledRequestsEnabled: true}
              Rules:
                - Name: Addresses
                  VisibilityConfig:
                    CloudWatchMetricsEnabled: false
                                            # ^^^^^
                    MetricName: addresses
                    SampledRequestsEnabled: true
      `,
      good: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: wall, SampledRequestsEnabled: true}
              Rules:
                - Name: Addresses
                  VisibilityConfig:
                    CloudWatchMetricsEnabled: true
                    MetricName: addresses
                    SampledRequestsEnabled: true
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
          Robots:
            Type: AWS::WAFv2::RuleGroup
            Properties:
              VisibilityConfig: {CloudWatchMetricsEnabled: !If [IsProd, true, false], MetricName: robots}
                                                                            # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Robots:
            Type: AWS::WAFv2::RuleGroup
            Properties:
              VisibilityConfig: {CloudWatchMetricsEnabled: !If [IsProd, true, true], MetricName: robots}
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Counted: {Type: String}
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties: {VisibilityConfig: {CloudWatchMetricsEnabled: !Ref Counted, MetricName: wall}}
      `,
    },
  ],
});
