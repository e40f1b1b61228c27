import { defineRule, fix, remove, secretExposure, secretSource, template } from '#kit';

export default defineRule({
  id: 'ec2-vpn-literal-key',
  title: 'Key of a VPN tunnel stands in the template',
  on: 'AWS::EC2::VPNConnection',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)'] },
  why: 'Whoever knows the pre-shared key can pose as the other end of the tunnel, and everyone who reads the repository or the stack knows it. AWS makes a key when none is given.',
  remedy:
    'Leave PreSharedKey out, and read the key that AWS makes from the configuration of the connection, or refer to a secret.',
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html'],
  check(resource, report) {
    for (const tunnel of resource.get('VpnTunnelOptionsSpecifications').items()) {
      const key = tunnel.get('PreSharedKey');
      const exposure = secretExposure(key, resource.template);
      if (!exposure) continue;
      const where =
        exposure.kind === 'literal'
          ? 'stands in the template'
          : `comes from ${exposure.parameter.name}, which shows it`;
      report(key, `The key of a tunnel of ${resource.logicalId} ${where}`, {
        related: secretSource(exposure),
        severity: exposure.kind === 'echo' ? 'high' : 'critical',
        fixes: [fix('Let AWS make the key', 'replacement', remove(key))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - TunnelInsideCidr: 169.254.10.0/30
                  PreSharedKey: not.a.secret.any.more
                              # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - TunnelInsideCidr: 169.254.10.0/30
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
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - PreSharedKey: !If [IsProd, !Ref AWS::NoValue, not.a.secret]
                                                              # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'a NoEcho parameter, and a reference to a secret',
      silent: template`
        Parameters:
          Key: {Type: String, NoEcho: true}
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - PreSharedKey: !Ref Key
                - PreSharedKey: '{{resolve:secretsmanager:tunnel}}'
      `,
    },
  ],
});
