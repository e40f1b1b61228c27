import { cidrScope, defineRule, describe, INGRESS_TYPES, ingressOf, openPeer, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-wide-ingress',
  title: 'Security group admits a whole block of addresses',
  on: INGRESS_TYPES,
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W9'], guard: ['SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE'], kics: ['a3e4e39a'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A block admits every host in it, those added later included; the security group of the callers admits just them, and follows them. Blocks as wide as the internet have rules of their own.',
  remedy: "Name the callers' security group as source, or a single address.",
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  check(resource, report) {
    for (const rule of ingressOf(resource)) {
      const block = [rule.get('CidrIp'), rule.get('CidrIpv6')].find((cidr) => cidr.satisfies(isWide));
      if (!block || openPeer(rule)) continue;
      report(block, `${resource.logicalId} admits every address of ${describe(block)}`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/16}
                                                                        # ^^^^^^^^^^^
      `,
    },
    {
      name: 'wide in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-12345678
              IpProtocol: tcp
              FromPort: 8080
              ToPort: 8080
              CidrIpv6: !If [IsProd, 2001:db8::1/128, 2001:db8::/64]
                                                    # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a block that is chosen at deployment, a single address, and the internet, which other rules speak of',
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
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.1/32}
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}
      `,
    },
  ],
});

function isWide(text: string): boolean {
  if (cidrScope(text) === undefined) return false;
  const bits = text.trim().split('/')[1];
  return bits !== undefined && Number(bits) < (text.includes(':') ? 128 : 32);
}
