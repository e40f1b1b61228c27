import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'msk-monitoring',
  title: 'MSK cluster reports totals only',
  on: 'AWS::MSK::Cluster',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['MSK.2'] },
  controls: { 'nist-800-53-r5': ['SI-4'] },
  why: 'A flood into one topic, or a consumer that falls behind, does not show in figures per cluster.',
  remedy: 'Set EnhancedMonitoring to PER_TOPIC_PER_BROKER.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html'],
  check(cluster, report) {
    const level = cluster.get('EnhancedMonitoring');
    if (!level.isNot('PER_TOPIC_PER_BROKER', 'PER_TOPIC_PER_PARTITION')) return;
    report(level, `${cluster.logicalId} does not report figures per topic`, {
      fixes: [fix('Report figures per topic and broker', 'cost', set(level, 'PER_TOPIC_PER_BROKER'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
        # ^^^^^^
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EnhancedMonitoring: PER_TOPIC_PER_BROKER
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EnhancedMonitoring: !If [IsProd, PER_TOPIC_PER_BROKER, DEFAULT]
                                                                   # ^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EnhancedMonitoring: !If [IsProd, PER_TOPIC_PER_BROKER, PER_TOPIC_PER_BROKER]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EnhancedMonitoring: !Ref Setting
      `,
    },
  ],
});
