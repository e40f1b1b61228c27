import { defineRule, INGRESS_TYPES, ingressOf, openPeer, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-ingress-all-protocols',
  title: 'Security group admits every protocol',
  on: INGRESS_TYPES,
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W42'], guard: ['SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE'], kics: ['1a427b25'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'Protocol -1 opens every port of every protocol, whatever starts to listen there next year included; EC2 ignores ports that are given along with it. From the internet it is the business of ec2-security-group-open-ingress.',
  remedy: 'Name the protocol and the ports that are used.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  check(resource, report) {
    for (const rule of ingressOf(resource)) {
      const protocol = rule.get('IpProtocol');
      if (!protocol.is(-1) || openPeer(rule)) continue;
      report(protocol, `${resource.logicalId} admits every protocol and port`);
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
                - {IpProtocol: -1, CidrIp: 10.0.0.0/16}
                             # ^^
                - {IpProtocol: '-1', SourceSecurityGroupId: sg-12345678}
                             # ^^^^
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
          App:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-12345678
              IpProtocol: !If [IsProd, tcp, -1]
                                          # ^^
              FromPort: 443
              ToPort: 443
              CidrIp: 10.0.0.0/16
      `,
    },
    {
      name: 'a protocol that is chosen at deployment, a named one, and the internet, which another rule speaks of',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: !Ref Choice, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/16}
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/16}
                - {IpProtocol: -1, CidrIp: 0.0.0.0/0}
      `,
    },
  ],
});
