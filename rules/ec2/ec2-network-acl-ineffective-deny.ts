import { cidrScope, defineRule, describe, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-ineffective-deny',
  title: 'Network ACL denies part of a network only',
  on: 'AWS::EC2::NetworkAclEntry',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W71'], guard: ['EC2_NETWORK_ACL_ENTRY_INEFFECTIVE_DENY_RULE'], kics: ['2623d682'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A denied block is a list of known evil that is never complete, and an entry with a lower number may let it in all the same. What is not allowed is denied anyway.',
  remedy: 'Allow what is meant to pass, and leave the rest to the final denial.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  check(resource, report) {
    if (!resource.get('RuleAction').is('deny')) return;
    const block = [resource.get('CidrBlock'), resource.get('Ipv6CidrBlock')].find((cidr) => cidr.satisfies(isPart));
    if (block) report(block, `${resource.logicalId} denies ${describe(block)} only`);
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
                       # ^^^^^^^^^^^
              Protocol: -1
              RuleAction: deny
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
          In:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              CidrBlock: !If [IsProd, 0.0.0.0/0, 192.0.2.0/24]
                                               # ^^^^^^^^^^^^
              Protocol: -1
              RuleAction: deny
      `,
    },
    {
      name: 'a block that is chosen at deployment, and a denial of everything',
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
              Protocol: -1
              RuleAction: deny
          Rest:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-12345678
              RuleNumber: 100
              Ipv6CidrBlock: ::/0
              Protocol: -1
              RuleAction: deny
      `,
    },
  ],
});

function isPart(text: string): boolean {
  const scope = cidrScope(text);
  return scope !== undefined && scope !== 'world';
}
