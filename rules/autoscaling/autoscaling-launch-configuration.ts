import { defineRule, template } from '#kit';

export default defineRule({
  id: 'autoscaling-launch-configuration',
  title: 'Auto Scaling group uses a launch configuration',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { security_hub: ['AutoScaling.9'] },
  controls: { 'aws-fsbp': ['AutoScaling.9'] },
  why: 'Launch configurations are closed to new accounts and to new instance types, and cannot be changed or versioned; what EC2 has learnt since, such as default IMDSv2, reaches launch templates only.',
  remedy: 'Move the settings to a launch template.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/migrate-to-launch-templates.html'],
  check(resource, report) {
    const name = resource.get('LaunchConfigurationName');
    if (name.isGiven) report(name, `${resource.logicalId} uses a launch configuration`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              LaunchConfigurationName: !Ref Config
                                     # ^^^^^^^^^^^
          Config:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
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
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              LaunchConfigurationName: !If [IsProd, !Ref AWS::NoValue, web]
                                                                     # ^^^
      `,
    },
    {
      name: 'a launch template that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              LaunchTemplate: {LaunchTemplateId: !Ref Choice, Version: '1'}
      `,
    },
  ],
});
