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
  peers: {
    checkov: ['CKV_AWS_24', 'CKV_AWS_25', 'CKV_AWS_260'],
    cfn_nag: ['W2', 'W9', 'W42'],
    guard: [
      'EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE',
      'INCOMING_SSH_DISABLED',
      'RESTRICTED_INCOMING_TRAFFIC',
      'SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE',
      'SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE',
    ],
    trivy: ['AWS-0107'],
    cdk_nag: ['EC2RestrictedInbound', 'AwsSolutions-EC23', 'EC2RestrictedSSH', 'EC2RestrictedCommonPorts'],
    kics: [
      '4a1e6b34',
      'e415f8d3',
      '6e856af2',
      'c9846969',
      '3ae83918',
      'cdbb0467',
      'ddfc4eaa',
      '494b03d3',
      '78055456',
      'a3e4e39a',
      '1a427b25',
    ],
    security_hub: ['EC2.13', 'EC2.14', 'EC2.18', 'EC2.19', 'EC2.53', 'EC2.54'],
  },
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
        peers: peersOf(ports, rule.get('IpProtocol').is(-1)),
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

/** Ports that the peers' checks are each about. */
const COMMON_PORTS = [20, 21, 3306, 3389, 4333];
const HIGH_RISK_PORTS = [20, 21, 22, 23, 135, 445, 1433, 1434, 3306, 3389, 4333, 5432, 5500, 5601, 9200, 9300];

function peersOf(ports: PortRange, isEveryProtocol: boolean): Peers {
  const holds = (...list: readonly number[]) => list.some((port) => holdsPort(ports, port));
  const when = (isSo: boolean, ...ids: readonly string[]) => (isSo ? ids : []);
  const [ssh, rdp, http, common] = [holds(22), holds(3389), holds(80), holds(...COMMON_PORTS)];
  return {
    checkov: [...when(ssh, 'CKV_AWS_24'), ...when(rdp, 'CKV_AWS_25'), ...when(http, 'CKV_AWS_260')],
    cfn_nag: ['W2', 'W9', ...when(isEveryProtocol, 'W42')],
    guard: [
      'EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE',
      'SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE',
      ...when(isEveryProtocol, 'SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE'),
      ...when(ssh, 'INCOMING_SSH_DISABLED'),
      ...when(common, 'RESTRICTED_INCOMING_TRAFFIC'),
    ],
    trivy: when(ssh || rdp, 'AWS-0107'),
    cdk_nag: [
      'EC2RestrictedInbound',
      'AwsSolutions-EC23',
      ...when(ssh, 'EC2RestrictedSSH'),
      ...when(common, 'EC2RestrictedCommonPorts'),
    ],
    kics: [
      '4a1e6b34',
      'a3e4e39a',
      '494b03d3',
      '78055456',
      ...when(ports.from <= 0 && ports.to === 65535, 'e415f8d3'),
      ...when(isEveryProtocol, '1a427b25'),
      ...when(ssh, '6e856af2'),
      ...when(rdp, 'c9846969', '3ae83918'),
      ...when(ssh || rdp, 'cdbb0467'),
      ...when(http, 'ddfc4eaa'),
    ],
    security_hub: [
      'EC2.18',
      ...when(ssh, 'EC2.13'),
      ...when(rdp, 'EC2.14'),
      ...when(holds(...HIGH_RISK_PORTS), 'EC2.19'),
      ...when(ssh || rdp, 'EC2.53', 'EC2.54'),
    ],
  };
}
