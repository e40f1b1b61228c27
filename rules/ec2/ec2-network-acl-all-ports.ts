import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-all-ports',
  title: 'Network ACL entry covers every port',
  on: 'AWS::EC2::NetworkAclEntry',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W67'], guard: ['EC2_NETWORK_ACL_PORT_RANGE_RULE'], kics: ['f57f849c'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'An entry for TCP or UDP without a range of ports is about all of them, so the network ACL does not narrow what security groups let in.',
  remedy: 'Give the range of ports that the subnet serves.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  check(resource, report) {
    if (!resource.get('Protocol').is(6, 17)) return;
    const range = resource.get('PortRange');
    const isAll = range.get('From').is(0) && range.get('To').is(65535);
    const isNone = range.isAbsent || (range.isMap && !range.isOpen && range.entries().length === 0);
    if (!isNone && !isAll) return;
    report(range, `${resource.logicalId} is about every port`);
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
              CidrBlock: 10.0.0.0/16
              Protocol: 6
              PortRange: {From: 0, To: 65535}
            # ^^^^^^^^^
              RuleAction: allow
      `,
    },
    {
      name: 'all ports in development only',
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
              Protocol: 17
              PortRange: !If [IsProd, {From: 53, To: 53}, !Ref AWS::NoValue]
            # ^^^^^^^^^
              RuleAction: allow
      `,
    },
    {
      name: 'a range that is chosen at deployment, and protocol -1, which has no ports',
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
              Protocol: 6
              PortRange: {From: !Ref Choice, To: 65535}
              RuleAction: allow
          All:
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
