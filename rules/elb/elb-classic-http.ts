import { defineRule, describe, template } from '#kit';

export default defineRule({
  id: 'elb-classic-http',
  title: 'Classic load balancer serves a website',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { cdk_nag: ['CLBNoInboundHttpHttps', 'AwsSolutions-ELB1'] },
  controls: {},
  why: 'The classic generation knows neither TLS 1.3, redirects nor web ACLs, and is kept for what already runs on it. For HTTP an application load balancer does all of that.',
  remedy: 'Move to an application load balancer.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html'],
  check(resource, report) {
    for (const listener of resource.get('Listeners').items()) {
      const protocol = listener.get('Protocol');
      if (!protocol.satisfies((text) => /^https?$/i.test(text))) continue;
      report(protocol, `${resource.logicalId} serves ${describe(protocol)} as a classic load balancer`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                          # ^^^^^
                  LoadBalancerPort: '443'
                  InstancePort: '80'
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
                - {Protocol: !If [IsProd, SSL, HTTP], LoadBalancerPort: '443', InstancePort: '80'}
                                             # ^^^^
      `,
    },
    {
      name: 'chosen at deployment, and other protocols',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - {Protocol: !Ref Choice, LoadBalancerPort: '443', InstancePort: '80'}
                - {Protocol: TCP, LoadBalancerPort: '25', InstancePort: '25'}
      `,
    },
  ],
});
