import { defineRule, type PortRange, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-overlapping-ports',
  title: 'Network ACL has entries that overlap',
  on: 'AWS::EC2::NetworkAclEntry',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W72'], kics: ['77b6f1e2'] },
  controls: {},
  why: 'Of two entries about the same ports the lower number wins, so a denial may be without effect, and nobody sees it by reading either entry.',
  remedy: 'Give each entry ports of its own.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  check(resource, report) {
    const range = resource.get('PortRange');
    const ports = readRange(resource);
    if (!ports) return;
    const other = siblingsOf(resource).find((sibling) => {
      const theirs = readRange(sibling);
      const isSameFamily = sibling.get('CidrBlock').isAbsent === resource.get('CidrBlock').isAbsent;
      const isSameProtocol = sibling.get('Protocol').pattern() === resource.get('Protocol').pattern();
      return theirs && isSameFamily && isSameProtocol && theirs.from <= ports.to && ports.from <= theirs.to;
    });
    if (!other) return;
    report(range, `${resource.logicalId} and ${other.logicalId} are about the same ports`, {
      related: [{ at: other, message: 'The other entry' }],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          One:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: 6
              PortRange: {From: 400, To: 500}
            # ^^^^^^^^^
          Two:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 200
              CidrBlock: 0.0.0.0/0
              Protocol: 6
              PortRange: {From: 450, To: 450}
            # ^^^^^^^^^
      `,
    },
    {
      name: 'one of the entries exists in production only',
      when: 'IsProd is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          One:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: 6
              PortRange: {From: 400, To: 500}
            # ^^^^^^^^^
          Two:
            Type: AWS::EC2::NetworkAclEntry
            Condition: IsProd
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 200
              CidrBlock: 0.0.0.0/0
              Protocol: 6
              PortRange: {From: 500, To: 600}
            # ^^^^^^^^^
      `,
    },
    {
      name: 'a port that is chosen at deployment, and the other direction',
      silent: template`
        Parameters:
          Port: {Type: Number}
        Resources:
          One:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: 6
              PortRange: {From: 400, To: 500}
          Two:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 200
              CidrBlock: 10.0.0.0/16
              Protocol: 6
              PortRange: {From: !Ref Port, To: !Ref Port}
          Out:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
              Protocol: 6
              PortRange: {From: 400, To: 500}
              Egress: true
      `,
    },
  ],
});

function readRange(entry: ResourceView): PortRange | undefined {
  const from = entry.get('PortRange.From').number();
  const to = entry.get('PortRange.To').number();
  return from === undefined || to === undefined || entry.get('Egress').isUnknown ? undefined : { from, to };
}

/** The other entries of the same network ACL, for the same direction. */
function siblingsOf(entry: ResourceView): readonly ResourceView[] {
  const acl = entry.get('NetworkAclId').pattern();
  const isOutbound = entry.get('Egress').is(true);
  return entry.template
    .resources('AWS::EC2::NetworkAclEntry')
    .filter((other) => other.logicalId !== entry.logicalId && other.get('NetworkAclId').pattern() === acl)
    .filter((other) => (isOutbound ? other.get('Egress').is(true) : other.get('Egress').isNot(true)));
}
