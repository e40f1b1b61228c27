import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-vpn-connection-logging',
  title: 'VPN connection keeps no log of its tunnels',
  on: 'AWS::EC2::VPNConnection',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['EC2.171'] },
  controls: { 'aws-fsbp': ['EC2.171'] },
  why: 'The log shows failed negotiations, which are configuration mistakes or somebody trying keys. It is set when the connection is made, so it is best decided early.',
  remedy: 'Enable CloudwatchLogOptions for both tunnels.',
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html'],
  check(resource, report) {
    const tunnels = resource.get('VpnTunnelOptionsSpecifications');
    const logs = tunnels.items().map((tunnel) => tunnel.get('LogOptions.CloudwatchLogOptions.LogEnabled'));
    const off = logs.find((log) => log.isNot(true));
    if (!tunnels.isAbsent && !off) return;
    report(off ?? tunnels, `${resource.logicalId} keeps no log of its tunnels`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpn:
        # ^^^
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
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
                - LogOptions: {CloudwatchLogOptions: {LogEnabled: !If [IsProd, true, false]}}
                                                                                   # ^^^^^
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - LogOptions: {CloudwatchLogOptions: {LogEnabled: !Ref Choice}}
      `,
    },
  ],
});
