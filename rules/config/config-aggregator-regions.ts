import { append, defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'config-aggregator-regions',
  title: 'Config aggregator leaves regions out',
  on: 'AWS::Config::ConfigurationAggregator',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { trivy: ['AWS-0019'], kics: ['9f3cf08e'] },
  controls: { 'nist-800-53-r5': ['CM-8'] },
  why: 'What happens in a region outside the list is not in the aggregated view, nor in regions that AWS opens later.',
  remedy: 'Set AllAwsRegions to true.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  check(aggregator, report) {
    const sources = aggregator.get('AccountAggregationSources');
    const accounts = sources.items();
    const organization = aggregator.get('OrganizationAggregationSource');
    if (sources.isAbsent && organization.isAbsent) {
      const own = { AccountIds: [{ Ref: 'AWS::AccountId' }], AllAwsRegions: true };
      report(aggregator, `${aggregator.logicalId} gathers from no account`, {
        peers: { trivy: ['AWS-0019'] },
        fixes: () => [fix('Gather from all regions of this account', 'behaviour', append(sources, own))],
      });
    }
    for (const source of [...accounts, ...(organization.isMap ? [organization] : [])]) {
      const all = source.get('AllAwsRegions');
      const regions = source.get('AwsRegions');
      if (!all.isNot(true)) continue;
      report(all, `${aggregator.logicalId} gathers from some regions only`, {
        fixes: () => [
          fix('Gather from all regions', 'behaviour', set(all, true), ...(regions.isAbsent ? [] : [remove(regions)])),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          All:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              AccountAggregationSources:
                - AccountIds: ['123456789012']
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  AwsRegions: [eu-west-1]
      `,
      good: template`
        Resources:
          All:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              AccountAggregationSources:
                - AccountIds: ['123456789012']
                  AllAwsRegions: true
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
          All:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              OrganizationAggregationSource:
                RoleArn: arn:aws:iam::123456789012:role/config
                AllAwsRegions: !If [IsProd, true, false]
                                                # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          All:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              OrganizationAggregationSource:
                RoleArn: arn:aws:iam::123456789012:role/config
                AllAwsRegions: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          All: {Type: String}
        Resources:
          All:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              OrganizationAggregationSource: {RoleArn: 'arn:aws:iam::123456789012:role/config', AllAwsRegions: !Ref All}
      `,
    },
    {
      name: 'no source at all',
      bad: template`
        Resources:
          All:
        # ^^^
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              ConfigurationAggregatorName: all
      `,
      good: template`
        Resources:
          All:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              ConfigurationAggregatorName: all
              AccountAggregationSources:
                - AccountIds:
                    - !Ref AWS::AccountId
                  AllAwsRegions: true
      `,
    },
  ],
});
