import { balancerAttribute, defineRule, fix, isApplicationLoadBalancer, setAttribute, template } from '#kit';

export default defineRule({
  id: 'elbv2-desync-mitigation',
  title: 'Load balancer only watches requests that desynchronize',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['ELB.12'] },
  controls: { 'aws-fsbp': ['ELB.12'], 'nist-800-53-r5': ['AC-4(21)', 'SI-10'] },
  why: 'In monitor mode requests that the load balancer and the server may read differently are counted and passed on. The default, defensive, blocks those that are known to be dangerous.',
  remedy: 'Set routing.http.desync_mitigation_mode to defensive or strictest.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  check(resource, report) {
    if (!isApplicationLoadBalancer(resource)) return;

    const attribute = balancerAttribute(resource, KEY);
    if (!attribute?.value?.is('monitor')) return;
    report(attribute.value ?? attribute.list, `${resource.logicalId} passes dangerous requests on`, {
      fixes: [fix('Block dangerous requests', 'behaviour', setAttribute(attribute, KEY, 'defensive'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: idle_timeout.timeout_seconds
                  Value: '60'
                - Key: routing.http.desync_mitigation_mode
                  Value: 'monitor'
                       # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: idle_timeout.timeout_seconds
                  Value: '60'
                - Key: routing.http.desync_mitigation_mode
                  Value: 'defensive'
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
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: routing.http.desync_mitigation_mode
                  Value: !If [IsProd, 'defensive', 'monitor']
                                                 # ^^^^^^^^^
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
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: routing.http.desync_mitigation_mode
                  Value: !If [IsProd, 'defensive', 'defensive']
      `,
    },
    {
      name: 'chosen at deployment, and a network load balancer, and the default',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: routing.http.desync_mitigation_mode
                  Value: !Ref Choice
          Wire:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: network
          Default:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
      `,
    },
  ],
});

const KEY = 'routing.http.desync_mitigation_mode';
