import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elbv2-internet-facing',
  title: 'Load balancer faces the internet',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { trivy: ['AWS-0053'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A load balancer is internet-facing unless its Scheme says internal, so one meant for other services of the network is public by omission.',
  remedy: 'Set Scheme to internal, unless clients come from the internet.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  ],
  check(resource, report) {
    const scheme = resource.get('Scheme');
    const type = resource.get('Type');
    if (!scheme.isNot('internal') || !(type.isAbsent || type.is('application', 'network'))) return;
    report(scheme, `${resource.logicalId} faces the internet`, {
      fixes: [fix('Make it internal (a new one takes its place)', 'replacement', set(scheme, 'internal'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              Scheme: internal
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
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: !If [IsProd, internal, internet-facing]
                                           # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: !If [IsProd, internal, internal]
      `,
    },
    {
      name: 'chosen at deployment, and a gateway load balancer, which has no scheme',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: !Ref Choice
          Gateway:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: gateway
      `,
    },
  ],
});
