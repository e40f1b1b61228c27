import { defineRule, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-duplicate-rule-number',
  title: 'Network ACL has two entries with one number',
  on: 'AWS::EC2::NetworkAclEntry',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['F79'], kics: ['045ddb54'] },
  controls: {},
  why: 'Entries are tried in the order of their numbers and a number can be taken once for each direction, so the second one fails the deployment or replaces the first.',
  remedy: 'Give each entry of a direction a number of its own.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  check(resource, report) {
    const number = resource.get('RuleNumber');
    const text = number.text();
    const twin =
      text === undefined ? undefined : siblingsOf(resource).find((other) => other.get('RuleNumber').is(text));
    if (!twin || !isSettled(resource) || !isSettled(twin)) return;
    report(number, `${resource.logicalId} has the number ${text} that ${twin.logicalId} has too`, {
      related: [{ at: twin, message: 'The other entry' }],
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
                        # ^^^
              CidrBlock: 10.0.0.0/16
          Two:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
                        # ^^^
              CidrBlock: 10.1.0.0/16
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
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
                        # ^^^
              CidrBlock: 10.0.0.0/16
          Two:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: !If [IsProd, 200, 100]
                                          # ^^^
              CidrBlock: 10.1.0.0/16
      `,
    },
    {
      name: 'a number that is chosen at deployment, the other direction, and another ACL',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          One:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: 10.0.0.0/16
          Two:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: !Ref Choice
          Out:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              Egress: true
          Other:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-87654321
              RuleNumber: 100
      `,
    },
  ],
});

/** The other entries of the same network ACL, for the same direction. */
function siblingsOf(entry: ResourceView): readonly ResourceView[] {
  const acl = entry.get('NetworkAclId').pattern();
  const isOutbound = entry.get('Egress').is(true);
  return entry.template
    .resources('AWS::EC2::NetworkAclEntry')
    .filter((other) => other.logicalId !== entry.logicalId && other.get('NetworkAclId').pattern() === acl)
    .filter((other) => (isOutbound ? other.get('Egress').is(true) : other.get('Egress').isNot(true)));
}

function isSettled(entry: ResourceView): boolean {
  return entry.get('NetworkAclId').isGiven && !entry.get('Egress').isUnknown;
}
