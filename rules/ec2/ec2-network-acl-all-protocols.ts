import { defineRule, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-all-protocols',
  title: 'Network ACL entry allows every protocol',
  on: 'AWS::EC2::NetworkAclEntry',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W66'], guard: ['EC2_NETWORK_ACL_PROTOCOL_RULE'], trivy: ['AWS-0102'], kics: ['03879981'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A network ACL is the second fence around a subnet, there for the day a security group is too wide. An entry that allows every protocol is no fence. The default ACL is just so, hence hardening.',
  remedy: 'Allow the protocols and ports that the subnet serves, and the ephemeral ports of replies.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  check(resource, report) {
    const protocol = resource.get('Protocol');
    if (!resource.get('RuleAction').is('allow')) return;
    const isAll = protocol.satisfies((text) => !['1', '6', '17', '58'].includes(text.trim()));
    // Without Icmp an entry for ICMP stands for all its types; ICMPv6 means nothing for an IPv4 block.
    const isVague = protocol.is(1, 58) && (resource.get('Icmp').isAbsent || isMisplaced(resource));
    if (!isAll && !isVague) return;
    const what = isVague ? 'unspecific ICMP' : `protocol ${protocol.pattern()}, with all its ports,`;
    report(protocol, `${resource.logicalId} allows ${what} through`);
  },
  examples: [
    {
      bad: template`
        Resources:
          In:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 0.0.0.0/0
              Protocol: -1
                      # ^^
              RuleAction: allow
          Ping:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: 1
                      # ^
              RuleAction: allow
      `,
    },
    {
      name: 'everything in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          In:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: !If [IsProd, 6, -1]
                                      # ^^
              PortRange: {From: 443, To: 443}
              RuleAction: allow
      `,
    },
    {
      name: 'a protocol that is chosen at deployment, and an entry that denies',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          In:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: !Ref Choice
              RuleAction: allow
          Deny:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: -1
              RuleAction: deny
      `,
    },
  ],
});

/** ICMPv6 over IPv4, which an author will have meant as something else. */
function isMisplaced(entry: ResourceView): boolean {
  return entry.get('Protocol').is(58) && entry.get('CidrBlock').isGiven && entry.get('Ipv6CidrBlock').isAbsent;
}
