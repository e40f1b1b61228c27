import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-grace-period',
  title: 'Auto Scaling group gives instances no time to start',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['AutoScalingGroupHealthCheck', 'AwsSolutions-AS2'] },
  controls: {},
  why: 'Without a grace period the first failed check ends an instance that is still starting, and the next one, and so on.',
  remedy: 'Set HealthCheckGracePeriod to the time that a start takes.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html'],
  check(resource, report) {
    const grace = resource.get('HealthCheckGracePeriod');
    if (!resource.get('HealthCheckType').satisfies((text) => text.includes('ELB')) || !(grace.isAbsent || grace.is(0)))
      return;
    report(grace, `${resource.logicalId} gives its instances no time to start`, {
      fixes: [fix('Give them five minutes', 'behaviour', set(grace, 300))],
    });
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
              HealthCheckType: ELB
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              HealthCheckType: ELB
              HealthCheckGracePeriod: 300
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
              HealthCheckType: ELB
              HealthCheckGracePeriod: !If [IsProd, 120, 0]
                                                      # ^
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
              HealthCheckType: ELB
              HealthCheckGracePeriod: !If [IsProd, 120, 300]
      `,
    },
    {
      name: 'chosen at deployment, and checks of the machine only',
      silent: template`
        Parameters:
          Seconds: {Type: Number}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              HealthCheckType: ELB
              HealthCheckGracePeriod: !Ref Seconds
          Plain:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
      `,
    },
  ],
});
