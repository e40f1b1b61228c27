import { associateWebAcl, defineRule, hasWebAcl, isApplicationLoadBalancer, template } from '#kit';

export default defineRule({
  id: 'elbv2-waf',
  title: 'Public load balancer has no web application firewall',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['ALBWAFEnabled'], kics: ['105ba098'], security_hub: ['ELB.16'] },
  controls: { 'aws-fsbp': ['ELB.16'], 'nist-800-53-r5': ['AC-4(21)'] },
  why: 'A web ACL turns away what everyone tries, known exploits and floods of requests, before it reaches the servers. It is charged for, and a firewall before the load balancer, at CloudFront, serves as well.',
  remedy: 'Associate a web ACL with the load balancer.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html'],
  check(balancer, report) {
    if (!isApplicationLoadBalancer(balancer) || !balancer.get('Scheme').isNot('internal')) return;
    if (hasWebAcl(balancer) || balancer.template.isOpen) return;
    report(balancer, `${balancer.logicalId} has no web application firewall`, {
      fixes: () => [associateWebAcl(balancer, { Ref: balancer.logicalId })],
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
          Acl:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
          WebAclAssociation:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              ResourceArn: !Ref Front
              WebACLArn: !GetAtt Acl.Arn
          Acl:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
      `,
    },
    {
      name: 'without a web ACL to associate',
      bad: template`
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
      `,
    },
    {
      name: 'public in production only',
      when: 'IsProd is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: !If [IsProd, internet-facing, internal]
      `,
    },
    {
      name: 'an include may hold the association, and a scheme that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/waf.yaml}}
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: !Ref Choice
      `,
    },
    {
      name: 'internal and network load balancers',
      silent: template`
        Resources:
          Inside:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: internal
          Wire:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: network
      `,
    },
  ],
});
