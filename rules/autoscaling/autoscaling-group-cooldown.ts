import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-cooldown',
  title: 'Auto Scaling group scales without a pause',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['AutoScalingGroupCooldownPeriod', 'AwsSolutions-AS1'] },
  controls: {},
  why: 'Without a cooldown a group starts instances on metrics that do not yet show the last ones, and a flood of requests becomes a flood of instances.',
  remedy: 'Leave Cooldown out for the default of 300 seconds, or set it to the time that an instance needs to help.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html'],
  check(resource, report) {
    const cooldown = resource.get('Cooldown');
    if (!cooldown.is(0)) return;
    report(cooldown, `${resource.logicalId} scales without a pause`, {
      fixes: [fix('Pause for five minutes', 'behaviour', set(cooldown, '300'))],
    });
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
              Cooldown: '0'
                      # ^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              Cooldown: '300'
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
              Cooldown: !If [IsProd, '60', '0']
                                         # ^^^
      `,
      good: template`
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
              Cooldown: !If [IsProd, '60', '300']
      `,
    },
    {
      name: 'chosen at deployment, and the default',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              Cooldown: !Ref Choice
          Default:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
      `,
    },
  ],
});
