import { append, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-container-insights',
  title: 'Cluster keeps no metrics of its tasks',
  on: 'AWS::ECS::Cluster',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_65'],
    trivy: ['AWS-0034'],
    cdk_nag: ['ECSClusterCloudWatchContainerInsights', 'AwsSolutions-ECS4'],
    kics: ['ab759fde'],
    security_hub: ['ECS.12'],
  },
  controls: { 'aws-fsbp': ['ECS.12'], 'nist-800-53-r5': ['AU-12', 'SI-4'] },
  why: 'Without Container Insights nobody sees what tasks used before they stopped. It costs by the metric.',
  remedy: 'Set containerInsights to enabled or enhanced in ClusterSettings.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html'],
  check(cluster, report) {
    const settings = cluster.get('ClusterSettings');
    if (settings.isUnknown || settings.isOpen) return;
    const insights = settings.items().find((setting) => !setting.get('Name').isNot('containerInsights'));
    const value = insights?.get('Value');
    if (value && !value.isNot('enabled', 'enhanced')) return;
    report(value ?? settings, `${cluster.logicalId} keeps no metrics of its tasks`, {
      fixes: () => [
        fix(
          'Switch Container Insights on',
          'cost',
          value ? set(value, 'enabled') : append(settings, { Name: 'containerInsights', Value: 'enabled' }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ECS::Cluster
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ECS::Cluster
            Properties:
              ClusterSettings:
                - Name: containerInsights
                  Value: enabled
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
          Shop:
            Type: AWS::ECS::Cluster
            Properties:
              ClusterSettings:
                - Name: containerInsights
                  Value: !If [IsProd, enabled, disabled]
                                             # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ECS::Cluster
            Properties:
              ClusterSettings:
                - Name: containerInsights
                  Value: !If [IsProd, enabled, enabled]
      `,
    },
    {
      name: 'the value is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::ECS::Cluster
            Properties: {ClusterSettings: [{Name: containerInsights, Value: !Ref Given}]}
      `,
    },
  ],
});
