import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'athena-workgroup-metrics',
  title: 'Athena workgroup publishes no metrics',
  on: 'AWS::Athena::WorkGroup',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['Athena.4'] },
  controls: { 'aws-fsbp': ['Athena.4'] },
  why: 'No alarm can be set on how much is scanned or how many queries fail. Metrics are published unless they are switched off.',
  remedy: 'Set PublishCloudWatchMetricsEnabled to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/athena/latest/ug/athena-cloudwatch-metrics-enable.html'],
  check(group, report) {
    const published = group.get('WorkGroupConfiguration.PublishCloudWatchMetricsEnabled');
    if (!published.is(false)) return;
    report(published, `${group.logicalId} publishes no metrics`, {
      fixes: [fix('Publish metrics', 'cost', set(published, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                PublishCloudWatchMetricsEnabled: false
                                               # ^^^^^
      `,
      good: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                PublishCloudWatchMetricsEnabled: true
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
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
                PublishCloudWatchMetricsEnabled: !If [IsProd, true, false]
                                                                  # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
                PublishCloudWatchMetricsEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a workgroup that says nothing publishes them, and a parameter without default decides',
      silent: template`
        Parameters:
          Published: {Type: String}
        Resources:
          Default:
            Type: AWS::Athena::WorkGroup
            Properties: {Name: default}
          Chosen:
            Type: AWS::Athena::WorkGroup
            Properties: {WorkGroupConfiguration: {PublishCloudWatchMetricsEnabled: !Ref Published}}
      `,
    },
  ],
});
