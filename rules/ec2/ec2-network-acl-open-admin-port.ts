import { aclPortsOf, defineRule, describe, holdsPort, isInternetWide, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-open-admin-port',
  title: 'Network ACL lets the internet reach SSH or RDP',
  on: 'AWS::EC2::NetworkAclEntry',
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { trivy: ['AWS-0105'], security_hub: ['EC2.21'] },
  controls: { 'aws-fsbp': ['EC2.21'], 'cis-aws-3': ['5.1'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'Where a network ACL is kept at all it is meant to stop what a security group lets through by mistake, and SSH and RDP are what the internet tries first. An entry for every port counts too.',
  remedy: 'Allow ports 22 and 3389 from the addresses that administer the hosts, or not at all.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
  ],
  check(resource, report) {
    if (!resource.get('RuleAction').is('allow') || !resource.get('Egress').isNot(true)) return;
    const ports = aclPortsOf(resource);
    const reached = ports && [22, 3389].filter((port) => holdsPort(ports, port));
    const block = [resource.get('CidrBlock'), resource.get('Ipv6CidrBlock')].find(isInternetWide);
    if (!block || !reached || reached.length === 0 || resource.get('Protocol').is(17)) return;
    report(block, `${resource.logicalId} lets ${describe(block)} through to port ${reached.join(' and ')}`);
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
                       # ^^^^^^^^^
              Protocol: 6
              PortRange: {From: 22, To: 22}
              RuleAction: allow
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
          In:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              Ipv6CidrBlock: !If [IsProd, 2001:db8::/64, ::/0]
                                                       # ^^^^
              Protocol: -1
              RuleAction: allow
      `,
    },
    {
      name: 'a block that is chosen at deployment, a denial, outbound traffic, and other ports',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          In:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: !Ref Choice
              Protocol: 6
              PortRange: {From: 22, To: 22}
              RuleAction: allow
          Deny:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 0.0.0.0/0
              Protocol: -1
              RuleAction: deny
          Out:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 0.0.0.0/0
              Protocol: -1
              RuleAction: allow
              Egress: true
          Web:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 0.0.0.0/0
              Protocol: 6
              PortRange: {From: 443, To: 443}
              RuleAction: allow
      `,
    },
  ],
});
