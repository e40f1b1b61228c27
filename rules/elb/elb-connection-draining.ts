import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elb-connection-draining',
  title: 'Classic load balancer cuts connections off',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['CLBConnectionDraining', 'AwsSolutions-ELB3'], security_hub: ['ELB.7'] },
  controls: { 'aws-fsbp': ['ELB.7'] },
  why: 'When an instance leaves, requests that it is still working on fail. Draining lets them finish.',
  remedy: 'Enable ConnectionDrainingPolicy.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html'],
  check(resource, report) {
    const enabled = resource.get('ConnectionDrainingPolicy.Enabled');
    if (!enabled.isNot(true)) return;
    report(enabled, `${resource.logicalId} cuts connections off when an instance leaves`, {
      fixes: [fix('Let requests finish', 'behaviour', set(enabled, true))],
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
              ConnectionDrainingPolicy:
                Enabled: true
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
              ConnectionDrainingPolicy:
                Enabled: !If [IsProd, true, false]
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
              ConnectionDrainingPolicy:
                Enabled: !If [IsProd, true, true]
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
              ConnectionDrainingPolicy: {Enabled: !Ref Choice}
      `,
    },
  ],
});
