import {
  defineRule,
  exposureOfGroup,
  groupOf,
  INGRESS_TYPES,
  ingressOf,
  isLoadBalancer,
  narrowSource,
  openPeer,
  type PortRange,
  portsOf,
  sensitivePortsOf,
  template,
  usersOfGroup,
} from '#kit';

export default defineRule({
  id: 'ec2-security-group-open-other-port',
  title: 'Security group opens an unusual port to the internet',
  on: INGRESS_TYPES,
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    cfn_nag: ['W2', 'W9'],
    guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE', 'SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE'],
    cdk_nag: ['EC2RestrictedInbound', 'AwsSolutions-EC23'],
    kics: ['4a1e6b34', 'a3e4e39a', '829ce3b8'],
    security_hub: ['EC2.18'],
  },
  controls: { 'aws-fsbp': ['EC2.18'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A port that serves no website is seldom meant for everyone, and what listens there is rarely built to face strangers. Ports on which a load balancer of the template listens are left out: it is made for that.',
  remedy: 'Admit only the addresses or the security group of those who use the port.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  check(resource, report) {
    const group = groupOf(resource);
    for (const rule of ingressOf(resource)) {
      const ports = portsOf(rule);
      if (!ports || ports.to < ports.from || isWeb(ports) || sensitivePortsOf(rule).length > 0) continue;
      const peer = openPeer(rule);
      if (!peer) continue;
      const users = group ? usersOfGroup(group) : [];
      if (users.length > 0 && users.every(isLoadBalancer)) continue;
      const exposure = exposureOfGroup(group, [ports.from, ports.to]);
      const named = ports.from === ports.to ? `port ${ports.from}` : `ports ${ports.from}-${ports.to}`;
      report(peer.value, `${resource.logicalId} lets ${peer.name} reach ${named}`, {
        severity: exposure.kind === 'closed' ? 'low' : 'medium',
        related: exposure.steps,
        fixes: () =>
          narrowSource({ resource, group, rule, peer, who: 'Client', does: 'clients connect', isInternal: false }),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpn:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: VPN gateway
              SecurityGroupIngress:
                - IpProtocol: udp
                  FromPort: 1194
                  ToPort: 1194
                  CidrIpv6: ::/0
                          # ^^^^
      `,
      good: template`
        Parameters:
          ClientIpv6Cidr:
            Type: String
            Description: IPv6 CIDR block from which clients connect, such as 2001:db8:1234::/48
            AllowedPattern: '^[0-9a-fA-F:]+/(3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-8])$'
            ConstraintDescription: must be an IPv6 CIDR block of a /32 network or smaller
        Resources:
          Vpn:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: VPN gateway
              SecurityGroupIngress:
                - IpProtocol: udp
                  FromPort: 1194
                  ToPort: 1194
                  CidrIpv6: !Ref ClientIpv6Cidr
      `,
    },
    {
      name: 'open in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - !If
                  - IsProd
                  - !Ref AWS::NoValue
                  - {IpProtocol: tcp, FromPort: 8000, ToPort: 8010, CidrIp: 0.0.0.0/0}
                                                                          # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
          ClientCidr:
            Type: String
            Description: IPv4 CIDR block from which clients connect, such as 203.0.113.0/24
            AllowedPattern: '^([0-9]{1,3}[.]){3}[0-9]{1,3}/([89]|[12][0-9]|3[0-2])$'
            ConstraintDescription: must be an IPv4 CIDR block of a /8 network or smaller
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - !If
                  - IsProd
                  - !Ref AWS::NoValue
                  - {IpProtocol: tcp, FromPort: 8000, ToPort: 8010, CidrIp: !Ref ClientCidr}
      `,
    },
    {
      name: 'a block that is chosen at deployment, web ports, and private callers',
      silent: template`
        Parameters:
          Block: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: !Ref Block}
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/8}
      `,
    },
    {
      name: 'a load balancer is made to face the internet',
      silent: template`
        Resources:
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              SecurityGroups: [!GetAtt Front.GroupId]
          Front:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Load balancer
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 8443, ToPort: 8443, CidrIp: 0.0.0.0/0}
      `,
    },
  ],
});

/** HTTP and HTTPS, which have a rule of their own. */
function isWeb({ from, to }: PortRange): boolean {
  return from === to && (from === 80 || from === 443);
}
