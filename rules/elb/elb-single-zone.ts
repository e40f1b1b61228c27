import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elb-single-zone',
  title: 'Classic load balancer stands in one Availability Zone',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['ELB.10'] },
  controls: { 'aws-fsbp': ['ELB.10'] },
  why: 'Availability Zones fail one at a time, and a load balancer in one of them fails with it.',
  remedy: 'Give the load balancer subnets in at least two zones.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html'],
  check(resource, report) {
    const subnets = resource.get('Subnets');
    const named = subnets.isAbsent ? resource.get('AvailabilityZones') : subnets;
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
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              AvailabilityZones: [eu-west-1a]
            # ^^^^^^^^^^^^^^^^^
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
              Subnets: [subnet-1, !If [IsProd, subnet-2, !Ref AWS::NoValue]]
            # ^^^^^^^
      `,
    },
    {
      name: 'subnets that are chosen at deployment, and all zones of the Region',
      silent: template`
        Parameters:
          Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Subnets: !Ref Subnets
          Zones:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              AvailabilityZones: !GetAZs ''
      `,
    },
  ],
});
