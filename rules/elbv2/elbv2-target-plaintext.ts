import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elbv2-target-plaintext',
  title: 'Load balancer talks to its targets in the clear',
  on: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'TLS ends at the load balancer, and the rest of the way passes through the network as plain HTTP. Regulations that ask for encryption from end to end mean this part, too.',
  remedy: 'Have the targets speak HTTPS, a certificate of their own making will do, and set Protocol to HTTPS.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html'],
  check(group, report) {
    const protocol = group.get('Protocol');
    if (!protocol.is('HTTP')) return;
    report(protocol, `${group.logicalId} passes requests on to its targets over plain HTTP`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Port: 80
              Protocol: HTTP
                      # ^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Port: 443
              Protocol: HTTPS
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Protocol: !If [IsProd, HTTPS, HTTP]
                                          # ^^^^
      `,
    },
    {
      name: 'functions are called, not connected to, and a protocol without default is unknown',
      silent: template`
        Parameters:
          Protocol: {Type: String}
        Resources:
          Functions:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties: {TargetType: lambda}
          Web:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties: {Port: 8443, Protocol: !Ref Protocol}
      `,
    },
  ],
});
