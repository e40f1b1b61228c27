import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-endpoint-service-acceptance',
  title: 'Endpoint service admits every connection',
  on: 'AWS::EC2::VPCEndpointService',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_123'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-4'] },
  why: 'Without acceptance every principal on the list of permissions connects at once, and a list that is too wide, or just *, is noticed by nobody.',
  remedy: 'Set AcceptanceRequired to true.',
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  check(resource, report) {
    const acceptance = resource.get('AcceptanceRequired');
    if (!acceptance.isNot(true)) return;
    report(acceptance, `${resource.logicalId} admits connections without asking`, {
      fixes: [fix('Accept each connection by hand', 'behaviour', set(acceptance, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Service:
        # ^^^^^^^
            Type: AWS::EC2::VPCEndpointService
            Properties:
              NetworkLoadBalancerArns: [!Ref Balancer]
      `,
      good: template`
        Resources:
          Service:
            Type: AWS::EC2::VPCEndpointService
            Properties:
              NetworkLoadBalancerArns: [!Ref Balancer]
              AcceptanceRequired: true
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
          Service:
            Type: AWS::EC2::VPCEndpointService
            Properties:
              NetworkLoadBalancerArns: [!Ref Balancer]
              AcceptanceRequired: !If [IsProd, true, false]
                                                   # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Service:
            Type: AWS::EC2::VPCEndpointService
            Properties:
              NetworkLoadBalancerArns: [!Ref Balancer]
              AcceptanceRequired: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Service:
            Type: AWS::EC2::VPCEndpointService
            Properties:
              AcceptanceRequired: !Ref Choice
      `,
    },
  ],
});
