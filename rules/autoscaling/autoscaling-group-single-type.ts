import { defineRule, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-single-type',
  title: 'Auto Scaling group knows one instance type',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['AutoScaling.6'] },
  controls: { 'aws-fsbp': ['AutoScaling.6'] },
  why: 'When a zone runs out of the one type, the group cannot grow when it must. With several types it takes another.',
  remedy: 'Add a MixedInstancesPolicy with several instance types.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html'],
  check(resource, report) {
    const policy = resource.get('MixedInstancesPolicy');
    const overrides = policy.get('LaunchTemplate.Overrides');
    const isByNeeds = overrides.items().some((item) => !item.get('InstanceRequirements').isAbsent);
    const isKnown = overrides.isAbsent || (overrides.isList && !overrides.isOpen);
    if (!isKnown || isByNeeds || overrides.items().length > 1) return;
    report(policy, `${resource.logicalId} knows one instance type`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
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
              MixedInstancesPolicy:
            # ^^^^^^^^^^^^^^^^^^^^
                LaunchTemplate:
                  LaunchTemplateSpecification: {LaunchTemplateId: lt-12345678, Version: '1'}
                  Overrides: [{InstanceType: m7i.large}, !If [IsProd, {InstanceType: m7a.large}, !Ref AWS::NoValue]]
      `,
    },
    {
      name: 'a policy that is chosen at deployment, and one that goes by what is needed',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              MixedInstancesPolicy: !Ref Choice
          Needs:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              MixedInstancesPolicy:
                LaunchTemplate:
                  Overrides: [{InstanceRequirements: {VCpuCount: {Min: 2}, MemoryMiB: {Min: 4096}}}]
      `,
    },
  ],
});
