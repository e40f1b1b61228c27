import { balancerAttribute, defineRule, fix, setAttribute, template } from '#kit';

export default defineRule({
  id: 'elbv2-deletion-protection',
  title: 'Load balancer can be deleted by mistake',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['ELB_DELETION_PROTECTION_ENABLED'],
    cdk_nag: ['ELBDeletionProtectionEnabled'],
    security_hub: ['ELB.6'],
  },
  controls: { 'aws-fsbp': ['ELB.6'], 'nist-800-53-r5': ['CM-3', 'SC-5(2)'] },
  why: 'A deleted load balancer takes its DNS name with it, and everything that points there. With protection the stack cannot delete it either until it is lifted.',
  remedy: 'Set deletion_protection.enabled to true.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  check(resource, report) {
    const attribute = balancerAttribute(resource, KEY);
    if (!attribute || (attribute.value && !attribute.value.isNot(true))) return;
    report(attribute.value ?? attribute.list, `${resource.logicalId} can be deleted by mistake`, {
      fixes: [fix('Protect it from deletion', 'behaviour', setAttribute(attribute, KEY, 'true'))],
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
              LoadBalancerAttributes:
                - Key: deletion_protection.enabled
                  Value: 'true'
      `,
    },
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
                - Key: deletion_protection.enabled
                  Value: 'false'
                       # ^^^^^^^
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
                - Key: deletion_protection.enabled
                  Value: 'true'
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
                - Key: deletion_protection.enabled
                  Value: !If [IsProd, 'true', 'false']
                                            # ^^^^^^^
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
                - Key: deletion_protection.enabled
                  Value: !If [IsProd, 'true', 'true']
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: deletion_protection.enabled
                  Value: !Ref Choice
      `,
    },
  ],
});

const KEY = 'deletion_protection.enabled';
