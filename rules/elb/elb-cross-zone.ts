import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elb-cross-zone',
  title: 'Classic load balancer does not balance across zones',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED'],
    cdk_nag: ['ELBCrossZoneLoadBalancingEnabled', 'AwsSolutions-ELB4'],
    security_hub: ['ELB.9'],
  },
  controls: { 'aws-fsbp': ['ELB.9'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'Each node only serves the instances of its own Availability Zone, so a zone with few of them is overrun while others idle.',
  remedy: 'Set CrossZone to true.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'],
  check(resource, report) {
    const cross = resource.get('CrossZone');
    if (!cross.isNot(true)) return;
    report(cross, `${resource.logicalId} does not balance across zones`, {
      fixes: [fix('Balance across zones', 'behaviour', set(cross, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              CrossZone: true
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
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              CrossZone: !If [IsProd, true, false]
                                          # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              CrossZone: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              CrossZone: !Ref Choice
      `,
    },
  ],
});
