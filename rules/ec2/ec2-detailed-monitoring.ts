import { defineRule, fix, launchSetting, set, template } from '#kit';

export default defineRule({
  id: 'ec2-detailed-monitoring',
  title: 'Instance is measured every five minutes only',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    guard: ['EC2_INSTANCE_DETAILED_MONITORING_ENABLED'],
    cdk_nag: ['EC2InstanceDetailedMonitoringEnabled', 'AwsSolutions-EC28'],
    kics: ['0264093f'],
  },
  controls: { 'nist-800-53-r5': ['SI-4', 'CA-7'] },
  why: 'With basic monitoring an alarm on load or traffic comes up to five minutes late. One-minute metrics are charged for.',
  remedy: 'Set Monitoring to true where alarms must be fast.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html'],
  check(resource, report) {
    const monitoring = launchSetting(resource, 'Monitoring');
    if (!monitoring?.isNot(true)) return;
    report(monitoring, `${resource.logicalId} is measured every five minutes only`, {
      fixes: [fix('Measure every minute', 'cost', set(monitoring, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Monitoring: true
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Monitoring: !If [IsProd, true, false]
                                           # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Monitoring: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment, and left to a launch template',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              Monitoring: !Ref Choice
          Launched:
            Type: AWS::EC2::Instance
            Properties:
              LaunchTemplate: {LaunchTemplateId: lt-12345678, Version: '1'}
      `,
    },
  ],
});
