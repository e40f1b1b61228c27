import {
  defineRule,
  groupOf,
  holdsPort,
  INGRESS_TYPES,
  ingressOf,
  isLoadBalancer,
  openPeer,
  type Peers,
  portsOf,
  sensitivePortsOf,
  template,
  usersOfGroup,
} from '#kit';

export default defineRule({
  id: 'ec2-security-group-open-web-port',
  title: 'Security group admits the whole internet',
  on: INGRESS_TYPES,
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_260'],
    cfn_nag: ['W2', 'W9'],
    guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE', 'SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE'],
    cdk_nag: ['EC2RestrictedInbound', 'AwsSolutions-EC23'],
    kics: ['4a1e6b34', 'a3e4e39a', '829ce3b8', 'ddfc4eaa'],
    security_hub: ['EC2.18'],
  },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: "A public website needs this, best on a load balancer that stands before the servers; everything else can name its callers. Ports other than the web's have rules of their own, which weigh more.",
  remedy:
    'Point the internet at a load balancer or at CloudFront, and admit only their security group or prefix list to the servers.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  check(resource, report) {
    const group = groupOf(resource);
    const users = group ? usersOfGroup(group) : [];
    const isBalanced = users.length > 0 && users.every(isLoadBalancer);
    for (const rule of ingressOf(resource)) {
      const ports = portsOf(rule);
      // Other ports are the business of ec2-security-group-open-ingress and ec2-security-group-open-other-port.
      const isWeb = ports?.from === ports?.to && (ports?.from === 80 || ports?.from === 443);
      if (ports && !isWeb && (!isBalanced || sensitivePortsOf(rule).length > 0)) continue;
      const peer = openPeer(rule);
      if (!peer) continue;
      const isHttp = ports !== undefined && holdsPort(ports, 80);
      const named = ports ? `port ${ports.from}` : `it over ${rule.get('IpProtocol').pattern() ?? 'any protocol'}`;
      report(peer.value, `${resource.logicalId} lets ${peer.name} reach ${named}`, { peers: peersOf(isHttp) });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}
                                                                    # ^^^^^^^^^
                - {IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 0.0.0.0/0}
                                                                    # ^^^^^^^^^
      `,
    },
    {
      name: 'open in production only',
      when: 'IsProd is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-12345678
              IpProtocol: tcp
              FromPort: 443
              ToPort: 443
              CidrIp: !If [IsProd, 0.0.0.0/0, 10.0.0.0/8]
                                 # ^^^^^^^^^
      `,
    },
    {
      name: 'a balancer shares the group with a server: another rule speaks of its port',
      silent: template`
        Resources:
          Shared:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers and their balancer
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {SecurityGroups: [!Ref Shared]}
          Server:
            Type: AWS::EC2::Instance
            Properties: {SecurityGroupIds: [!Ref Shared]}
      `,
    },
    {
      name: 'a block that is chosen at deployment, a list of prefixes, and ports that other rules speak of',
      silent: template`
        Parameters:
          Block: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Block}
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-12345678}
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}
      `,
    },
  ],
});

function peersOf(isHttp: boolean): Peers {
  return {
    checkov: isHttp ? ['CKV_AWS_260'] : [],
    cfn_nag: ['W2', 'W9'],
    guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE', 'SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE'],
    cdk_nag: ['EC2RestrictedInbound', 'AwsSolutions-EC23'],
    kics: ['4a1e6b34', 'a3e4e39a', '829ce3b8', ...(isHttp ? ['ddfc4eaa'] : [])],
    security_hub: ['EC2.18'],
  };
}
