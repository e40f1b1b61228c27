import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-elb-health-check',
  title: 'Auto Scaling group keeps instances that the load balancer gave up',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED'],
    cdk_nag: ['AutoScalingGroupELBHealthCheckRequired'],
    security_hub: ['AutoScaling.1'],
  },
  controls: { 'aws-fsbp': ['AutoScaling.1'], 'nist-800-53-r5': ['CA-7', 'SI-2', 'SC-5(2)'] },
  why: 'By default a group only asks whether the machine runs, so an instance whose application hangs stays in service for ever.',
  remedy: 'Set HealthCheckType to ELB, with a grace period for the start.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html'],
  check(resource, report) {
    const attached = [...resource.get('LoadBalancerNames').items(), ...resource.get('TargetGroupARNs').items()];
    const type = resource.get('HealthCheckType');
    const isByElb = !type.isAbsent && !type.satisfies((text) => !text.includes('ELB'));
    if (attached.length === 0 || isByElb) return;
    const grace = resource.get('HealthCheckGracePeriod');
    const isGiven = !grace.isAbsent;
    report(type, `${resource.logicalId} does not heed the health checks of its load balancer`, {
      fixes: [
        isGiven
          ? fix('Heed the load balancer', 'behaviour', set(type, 'ELB'))
          : fix('Heed the load balancer, after five minutes to start', 'behaviour', set(type, 'ELB'), set(grace, 300)),
      ],
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
              TargetGroupARNs:
                - !Ref Servers
          Servers:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Port: 80
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              TargetGroupARNs:
                - !Ref Servers
              HealthCheckType: ELB
              HealthCheckGracePeriod: 300
          Servers:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Port: 80
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
              LoadBalancerNames: [web]
              HealthCheckType: !If [IsProd, ELB, EC2]
                                               # ^^^
              HealthCheckGracePeriod: 60
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
              LoadBalancerNames: [web]
              HealthCheckType: !If [IsProd, ELB, ELB]
              HealthCheckGracePeriod: 60
      `,
    },
    {
      name: 'chosen at deployment, and a group without a load balancer',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              LoadBalancerNames: [web]
              HealthCheckType: !Ref Choice
          Worker:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
      `,
    },
  ],
});
