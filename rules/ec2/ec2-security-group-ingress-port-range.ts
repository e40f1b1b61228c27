import { defineRule, INGRESS_TYPES, ingressOf, portsOf, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-ingress-port-range',
  title: 'Security group admits a range of ports',
  on: INGRESS_TYPES,
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W27'], guard: ['SECURITY_GROUP_INGRESS_PORT_RANGE_RULE'], kics: ['87482183'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'A range opens ports that nobody thought of, and what comes to listen on one of them later is exposed without a change to review.',
  remedy: 'Write one rule for each port that is used.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  check(resource, report) {
    for (const rule of ingressOf(resource)) {
      const ports = portsOf(rule);
      // Protocol -1 has no ports of its own.
      if (!ports || ports.from === ports.to || rule.get('IpProtocol').is(-1)) continue;
      report(rule.get('FromPort'), `${resource.logicalId} admits the ports ${ports.from}-${ports.to}`);
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
                - IpProtocol: tcp
                  FromPort: 8000
                          # ^^^^
                  ToPort: 8100
                  CidrIp: 10.0.0.0/16
      `,
    },
    {
      name: 'a range in development only',
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
              FromPort: 8000
                      # ^^^^
              ToPort: !If [IsProd, 8000, 8100]
              CidrIp: 10.0.0.0/16
      `,
    },
    {
      name: 'a port that is chosen at deployment, a single one, and ICMP, which has types and codes instead',
      silent: template`
        Parameters:
          Port: {Type: Number}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/16}
                - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/16}
                - {IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/16}
      `,
    },
  ],
});
