import { defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'securityhub-aggregated-regions',
  title: 'Security Hub gathers from some regions only',
  on: 'AWS::SecurityHub::FindingAggregator',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['CA-7', 'SI-4'] },
  why: 'What is found in a region outside the list stands there alone, where nobody looks, and so do the findings of regions that AWS opens later.',
  remedy: 'Set RegionLinkingMode to ALL_REGIONS.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html'],
  check(aggregator, report) {
    const mode = aggregator.get('RegionLinkingMode');
    if (!mode.is('SPECIFIED_REGIONS', 'ALL_REGIONS_EXCEPT_SPECIFIED')) return;
    const regions = aggregator.get('Regions');
    report(mode, `${aggregator.logicalId} leaves the findings of some regions out`, {
      fixes: [
        fix(
          'Gather from all regions',
          'behaviour',
          set(mode, 'ALL_REGIONS'),
          ...(regions.isAbsent ? [] : [remove(regions)]),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Findings:
            Type: AWS::SecurityHub::FindingAggregator
            Properties:
              RegionLinkingMode: SPECIFIED_REGIONS
                               # ^^^^^^^^^^^^^^^^^
              Regions: [eu-west-1]
      `,
      good: template`
        Resources:
          Findings:
            Type: AWS::SecurityHub::FindingAggregator
            Properties:
              RegionLinkingMode: ALL_REGIONS
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Findings:
            Type: AWS::SecurityHub::FindingAggregator
            Properties:
              RegionLinkingMode: !If [IsProd, ALL_REGIONS, ALL_REGIONS_EXCEPT_SPECIFIED]
                                                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a mode without default is unknown',
      silent: template`
        Parameters:
          Mode: {Type: String}
        Resources:
          Findings:
            Type: AWS::SecurityHub::FindingAggregator
            Properties:
              RegionLinkingMode: !Ref Mode
      `,
    },
  ],
});
