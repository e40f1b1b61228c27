import { balancerAttribute, defineRule, fix, isApplicationLoadBalancer, setAttribute, template } from '#kit';

export default defineRule({
  id: 'elbv2-drop-invalid-headers',
  title: 'Load balancer passes malformed headers on',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_131'],
    guard: ['ALB_HTTP_DROP_INVALID_HEADER_ENABLED'],
    trivy: ['AWS-0052'],
    cdk_nag: ['ALBHttpDropInvalidHeaderEnabled'],
    security_hub: ['ELB.4'],
  },
  controls: { 'aws-fsbp': ['ELB.4'], 'nist-800-53-r5': ['SC-7(4)', 'SC-8(2)'] },
  why: 'A header that the load balancer and the server read differently is what request smuggling is made of: one request slips in under another.',
  remedy: 'Set routing.http.drop_invalid_header_fields.enabled to true.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  check(resource, report) {
    if (!isApplicationLoadBalancer(resource)) return;

    const attribute = balancerAttribute(resource, KEY);
    if (!attribute || (attribute.value && !attribute.value.isNot(true))) return;
    report(attribute.value ?? attribute.list, `${resource.logicalId} passes malformed headers on`, {
      fixes: [fix('Drop malformed headers', 'behaviour', setAttribute(attribute, KEY, 'true'))],
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
                - Key: routing.http.drop_invalid_header_fields.enabled
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
                - Key: routing.http.drop_invalid_header_fields.enabled
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
                - Key: routing.http.drop_invalid_header_fields.enabled
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
                - Key: routing.http.drop_invalid_header_fields.enabled
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
                - Key: routing.http.drop_invalid_header_fields.enabled
                  Value: !If [IsProd, 'true', 'true']
      `,
    },
    {
      name: 'chosen at deployment, and a network load balancer',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: routing.http.drop_invalid_header_fields.enabled
                  Value: !Ref Choice
          Wire:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: network
      `,
    },
  ],
});

const KEY = 'routing.http.drop_invalid_header_fields.enabled';
