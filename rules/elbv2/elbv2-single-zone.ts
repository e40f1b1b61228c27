import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elbv2-single-zone',
  title: 'Load balancer stands in one Availability Zone',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['ELB.13'] },
  controls: { 'aws-fsbp': ['ELB.13'], 'nist-800-53-r5': ['CP-10', 'SC-36'] },
  why: 'Availability Zones fail one at a time, and a load balancer in one of them fails with it.',
  remedy: 'Give the load balancer subnets in at least two zones.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  ],
  check(resource, report) {
    const subnets = resource.get('Subnets');
    const named = subnets.isAbsent ? resource.get('SubnetMappings') : subnets;
    const [only] = named.items();
    if (!only || !named.isList || named.isOpen || named.items().length !== 1) return;
    if (only.parameter || !(only.isKnown || only.target())) return;
    report(named, `${resource.logicalId} stands in one Availability Zone`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: network
              Subnets: [subnet-12345678]
            # ^^^^^^^
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
              Subnets: [subnet-1, !If [IsProd, subnet-2, !Ref AWS::NoValue]]
            # ^^^^^^^
      `,
    },
    {
      name: 'subnets that are chosen at deployment, and two of them',
      silent: template`
        Parameters:
          Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: !Ref Subnets
          Two:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
      `,
    },
  ],
});
