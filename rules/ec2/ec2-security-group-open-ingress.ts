import {
  defineRule,
  exposureOfGroup,
  groupOf,
  holdsPort,
  INGRESS_TYPES,
  ingressOf,
  narrowSource,
  openPeer,
  type Peers,
  type PortRange,
  portsOf,
  type SensitivePort,
  sensitivePortsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'ec2-security-group-open-ingress',
  title: 'Security group opens administration or database ports to the internet',
  on: INGRESS_TYPES,
  severity: 'critical',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: peersWhere(() => true),
  controls: {
    'aws-fsbp': ['EC2.18', 'EC2.19'],
    'cis-aws-3': ['5.2', '5.3'],
    'nist-800-53-r5': ['AC-4', 'AC-4(21)', 'CM-7', 'SC-7', 'SC-7(5)', 'SC-7(11)', 'SC-7(16)', 'SC-7(21)'],
    'pci-dss-4': ['1.3.1'],
  },
  why: 'The whole address space is scanned for SSH, RDP and databases within minutes, so one weak password or one unpatched flaw is enough. Reachable from the internet weighs most; a group whose users certainly have no way in from there weighs less, since a later route or address opens it.',
  remedy:
    'Admit the addresses that administer the host, or none: Session Manager and EC2 Instance Connect Endpoint need no open port. Admit databases only from the security group of their clients.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
  ],
  check(resource, report) {
    const group = groupOf(resource);
    for (const rule of ingressOf(resource)) {
      const ports = portsOf(rule);
      const sensitive = sensitivePortsOf(rule);
      if (!ports || sensitive.length === 0) continue;
      const peer = openPeer(rule);
      if (!peer) continue;
      const isInternal = sensitive.every(({ use }) => use === 'database');
      const numbers = sensitive.map(({ port }) => port);
      const exposure = exposureOfGroup(group, numbers);
      report(peer.value, `${resource.logicalId} lets ${peer.name} reach ${namePorts(ports, sensitive)}`, {
        severity: exposure.kind === 'closed' ? 'medium' : 'critical',
        peers: peersWhere((answers) => answers(ports, rule.get('IpProtocol').is(-1))),
        related: exposure.steps,
        fixes: () =>
          narrowSource({
            resource,
            group,
            rule,
            peer,
            who: isInternal ? 'Client' : 'Admin',
            does: isInternal ? 'clients of the database connect' : 'administrators connect',
            isInternal,
          }),
      });
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
                - IpProtocol: tcp
                  FromPort: 22
                  ToPort: 22
                  CidrIp: 0.0.0.0/0
                        # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          AdminCidr:
            Type: String
            Description: IPv4 CIDR block from which administrators connect, such as 203.0.113.0/24
            AllowedPattern: '^([0-9]{1,3}[.]){3}[0-9]{1,3}/([89]|[12][0-9]|3[0-2])$'
            ConstraintDescription: must be an IPv4 CIDR block of a /8 network or smaller
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 22
                  ToPort: 22
                  CidrIp: !Ref AdminCidr
      `,
    },
    {
      name: 'a load balancer stays open where it listens',
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              SecurityGroups: [!Ref Web]
          Http:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: {LoadBalancerArn: !Ref Front, Port: 80, Protocol: HTTP}
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: {LoadBalancerArn: !Ref Front, Port: 443, Protocol: HTTPS}
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Load balancer
              SecurityGroupIngress:
                - CidrIp: 0.0.0.0/0 # everyone
                        # ^^^^^^^^^
                  IpProtocol: -1
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              SecurityGroups: [!Ref Web]
          Http:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: {LoadBalancerArn: !Ref Front, Port: 80, Protocol: HTTP}
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: {LoadBalancerArn: !Ref Front, Port: 443, Protocol: HTTPS}
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Load balancer
              SecurityGroupIngress:
                - CidrIp: 0.0.0.0/0 # everyone
                  IpProtocol: tcp
                  FromPort: 80
                  ToPort: 80
                - IpProtocol: tcp
                  FromPort: 443
                  ToPort: 443
                  CidrIp: 0.0.0.0/0
      `,
    },
    {
      name: 'a database is opened to its own VPC where that is in the template',
      bad: template`
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Database:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Database
              VpcId: !Ref Vpc
          FromAnywhere:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !GetAtt Database.GroupId
              IpProtocol: tcp
              FromPort: 5432
              ToPort: 5432
              CidrIp: 0.0.0.0/0
                    # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Database:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Database
              VpcId: !Ref Vpc
          FromAnywhere:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !GetAtt Database.GroupId
              IpProtocol: tcp
              FromPort: 5432
              ToPort: 5432
              CidrIp: !GetAtt Vpc.CidrBlock
      `,
    },
    {
      name: 'a parameter that is open by default is one that nobody chose',
      bad: template`
        Parameters:
          SshLocation:
            Type: String
            Default: 0.0.0.0/0
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 20, ToPort: 3500, CidrIp: !Ref SshLocation}
                                                                      # ^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          SshLocation:
            Type: String
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 20, ToPort: 3500, CidrIp: !Ref SshLocation}
      `,
    },
    {
      name: 'the two halves of the internet are the internet',
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: -1, CidrIp: 0.0.0.0/1}
                                         # ^^^^^^^^^
                - {IpProtocol: -1, CidrIp: 128.0.0.0/1}
                                         # ^^^^^^^^^^^
                - {IpProtocol: -1, CidrIpv6: 2000::/3}
                                           # ^^^^^^^^
      `,
    },
    {
      name: 'open in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
            AllowedValues: [dev, prod]
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 3389
                  ToPort: 3389
                  CidrIp: !If [IsProd, 10.0.0.0/8, 0.0.0.0/0]
                                                 # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
            AllowedValues: [dev, prod]
          AdminCidr:
            Type: String
            Description: IPv4 CIDR block from which administrators connect, such as 203.0.113.0/24
            AllowedPattern: '^([0-9]{1,3}[.]){3}[0-9]{1,3}/([89]|[12][0-9]|3[0-2])$'
            ConstraintDescription: must be an IPv4 CIDR block of a /8 network or smaller
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 3389
                  ToPort: 3389
                  CidrIp: !If [IsProd, 10.0.0.0/8, !Ref AdminCidr]
      `,
    },
    {
      name: 'a block, a port and a protocol that are chosen at deployment are unknown',
      silent: template`
        Parameters:
          Block:
            Type: String
          Port:
            Type: Number
          Protocol:
            Type: String
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Block}
                - {IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 0.0.0.0/0}
                - {IpProtocol: !Ref Protocol, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
      `,
    },
    {
      name: 'private sources, web ports, pings and ranges without ports are no business of this rule',
      silent: template`
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Web servers
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 203.0.113.7/32}
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
                - {IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 0.0.0.0/0}
                - {IpProtocol: tcp, FromPort: 23, ToPort: 21, CidrIp: 0.0.0.0/0}
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-12345678}
      `,
    },
  ],
});

function namePorts({ from, to }: PortRange, sensitive: readonly SensitivePort[]): string {
  if (from <= 0 && to === 65535) return 'every port';
  const names = sensitive.map(({ port, service }) => `${service} (port ${port})`);
  if (from === to) return names[0] ?? `port ${from}`;
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return `ports ${from}-${to}, among them ${shown.join(', ')}`;
}

/** The checks of other scanners on open ingress, and which rules each of them is about. */
function peersWhere(matches: (answers: Answers) => boolean): Peers {
  const always: Answers = () => true;
  const [ssh, rdp, admin, http] = [holds(22), holds(3389), holds(22, 3389), holds(80)];
  const common = holds(20, 21, 3306, 3389, 4333);
  const highRisk = holds(20, 21, 22, 23, 135, 445, 1433, 1434, 3306, 3389, 4333, 5432, 5500, 5601, 9200, 9300);
  const checks: readonly (readonly [tool: keyof Peers, id: string, answers: Answers])[] = [
    ['checkov', 'CKV_AWS_24', ssh],
    ['checkov', 'CKV_AWS_25', rdp],
    ['checkov', 'CKV_AWS_260', http],
    ['cfn_nag', 'W2', always],
    ['cfn_nag', 'W9', always],
    ['cfn_nag', 'W42', everyProtocol],
    ['guard', 'EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE', always],
    ['guard', 'SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE', always],
    ['guard', 'SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE', everyProtocol],
    ['guard', 'INCOMING_SSH_DISABLED', ssh],
    ['guard', 'RESTRICTED_INCOMING_TRAFFIC', common],
    ['trivy', 'AWS-0107', admin],
    ['cdk_nag', 'EC2RestrictedInbound', always],
    ['cdk_nag', 'AwsSolutions-EC23', always],
    ['cdk_nag', 'EC2RestrictedSSH', ssh],
    ['cdk_nag', 'EC2RestrictedCommonPorts', common],
    ['kics', '4a1e6b34', always],
    ['kics', 'a3e4e39a', always],
    ['kics', '494b03d3', always],
    ['kics', '78055456', always],
    ['kics', 'e415f8d3', ({ from, to }) => from <= 0 && to === 65535],
    ['kics', '1a427b25', everyProtocol],
    ['kics', '6e856af2', ssh],
    ['kics', 'c9846969', rdp],
    ['kics', '3ae83918', rdp],
    ['kics', 'cdbb0467', admin],
    ['kics', 'ddfc4eaa', http],
    ['security_hub', 'EC2.18', always],
    ['security_hub', 'EC2.13', ssh],
    ['security_hub', 'EC2.14', rdp],
    ['security_hub', 'EC2.19', highRisk],
    ['security_hub', 'EC2.53', admin],
    ['security_hub', 'EC2.54', admin],
  ];
  const found = checks.filter(([, , answers]) => matches(answers));
  const tools = [...new Set(found.map(([tool]) => tool))];
  return Object.fromEntries(tools.map((tool) => [tool, found.filter(([of]) => of === tool).map(([, id]) => id)]));
}

type Answers = (ports: PortRange, isEveryProtocol: boolean) => boolean;

function holds(...ports: readonly number[]): Answers {
  return (range) => ports.some((port) => holdsPort(range, port));
}

function everyProtocol(_: PortRange, isEveryProtocol: boolean): boolean {
  return isEveryProtocol;
}
