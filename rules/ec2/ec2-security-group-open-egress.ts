import {
  append,
  defineRule,
  EGRESS_TYPES,
  egressOf,
  fix,
  isEmptyList,
  openPeer,
  type Peers,
  type ResourceView,
  refersTo,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'ec2-security-group-open-egress',
  title: 'Security group lets everything out',
  on: EGRESS_TYPES,
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    cfn_nag: ['W5', 'W40', 'F1000'],
    guard: [
      'EC2_SECURITY_GROUP_EGRESS_OPEN_TO_WORLD_RULE',
      'SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE',
      'SECURITY_GROUP_MISSING_EGRESS_RULE',
    ],
    trivy: ['AWS-0104'],
    kics: ['1cc2fbd7', '66f2d8f9', 'ee464fc2', '01d5a458'],
  },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'What an intruder needs next is a way out: to fetch tools, to reach other hosts and to carry data away. Without egress rules a group lets all traffic out to anywhere. Many workloads do need the internet, so this is hardening.',
  remedy: 'Allow out only the ports and destinations that are used; reach AWS services by VPC endpoints.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html',
  ],
  check(resource, report) {
    const inline = resource.get('SecurityGroupEgress');
    const { isOpen } = resource.template;
    // An empty list leaves the default in place.
    const isEmpty = inline.isAbsent || isEmptyList(inline);
    if (resource.type === 'AWS::EC2::SecurityGroup' && isEmpty && !isOpen && !hasRuleElsewhere(resource)) {
      report(inline, `${resource.logicalId} has no egress rules, so it lets all traffic out to anywhere`, {
        peers: { cfn_nag: ['F1000'], guard: ['SECURITY_GROUP_MISSING_EGRESS_RULE'], kics: ['01d5a458'] },
        // Groups of the default VPC, which name none, are refused egress rules by some checkers of templates.
        fixes: [
          resource.get('VpcId').isAbsent
            ? undefined
            : fix(
                'Let nothing out (a rule for a void address replaces the default)',
                'behaviour',
                append(inline, NOTHING),
              ),
        ],
      });
    }
    for (const rule of egressOf(resource)) {
      const protocol = rule.get('IpProtocol');
      const peer = openPeer(rule, 'egress');
      const isAll = protocol.is(-1) && !isLoopback(rule);
      if (!peer && !isAll) continue;
      const what = isAll ? 'every protocol and port' : (protocol.pattern() ?? 'traffic');
      const message = `${resource.logicalId} lets ${what} out${peer ? ` to ${peer.name}` : ''}`;
      report(peer?.value ?? protocol, message, { peers: peersOf(peer !== undefined, isAll) });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
        # ^^^
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              VpcId: !ImportValue Vpc
      `,
      good: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              VpcId: !ImportValue Vpc
              SecurityGroupEgress:
                - Description: Lets nothing out
                  IpProtocol: icmp
                  FromPort: 252
                  ToPort: 86
                  CidrIp: 255.255.255.255/32
      `,
    },
    {
      bad: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupEgress:
                - {IpProtocol: -1, CidrIp: 0.0.0.0/0}
                                         # ^^^^^^^^^
                - {IpProtocol: -1, DestinationSecurityGroupId: sg-12345678}
                             # ^^
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: ::/0}
                                                                        # ^^^^
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
            Type: AWS::EC2::SecurityGroupEgress
            Properties:
              GroupId: sg-12345678
              IpProtocol: tcp
              FromPort: 443
              ToPort: 443
              CidrIp: !If [IsProd, 10.0.0.0/16, 0.0.0.0/0]
                                              # ^^^^^^^^^
      `,
    },
    {
      name: 'a block that is chosen at deployment, a named destination, and a rule that stands in for none',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupEgress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Choice}
                - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, DestinationSecurityGroupId: sg-12345678}
                - {IpProtocol: -1, CidrIp: 127.0.0.1/32}
      `,
    },
    {
      name: 'a rule of its own replaces the default as well',
      silent: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
          ToDatabase:
            Type: AWS::EC2::SecurityGroupEgress
            Properties:
              GroupId: !GetAtt App.GroupId
              IpProtocol: tcp
              FromPort: 5432
              ToPort: 5432
              DestinationSecurityGroupId: sg-12345678
      `,
    },
  ],
});

/** An ICMP type that nobody sends, to an address that nobody has. */
const NOTHING = {
  Description: 'Lets nothing out',
  IpProtocol: 'icmp',
  FromPort: 252,
  ToPort: 86,
  CidrIp: '255.255.255.255/32',
};

/** A rule to the loopback address lets nothing out; it is there to replace the default. */
function isLoopback(rule: Value): boolean {
  const isIt = (text: string) => /^127\.|^::1(?:\/128)?$/.test(text.trim());
  return rule.get('CidrIp').satisfies(isIt) || rule.get('CidrIpv6').satisfies(isIt);
}

function hasRuleElsewhere(group: ResourceView): boolean {
  return group.template
    .referrers(group, 'AWS::EC2::SecurityGroupEgress')
    .some((rule) => refersTo(rule.get('GroupId'), group));
}

function peersOf(isWorld: boolean, isAll: boolean): Peers {
  return {
    cfn_nag: [...(isWorld ? ['W5'] : []), ...(isAll ? ['W40'] : [])],
    guard: [
      ...(isWorld ? ['EC2_SECURITY_GROUP_EGRESS_OPEN_TO_WORLD_RULE'] : []),
      ...(isAll ? ['SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE'] : []),
    ],
    trivy: isWorld ? ['AWS-0104'] : [],
    kics: [...(isWorld ? ['1cc2fbd7', '66f2d8f9'] : []), ...(isAll ? ['ee464fc2'] : [])],
  };
}
