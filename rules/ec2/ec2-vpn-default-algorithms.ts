import { defineRule, type Fix, type Fragment, fix, set, template, type Value } from '#kit';

export default defineRule({
  id: 'ec2-vpn-default-algorithms',
  title: 'VPN tunnel accepts whatever the other end proposes',
  on: 'AWS::EC2::VPNConnection',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8(1)', 'SC-13'] },
  why: 'A tunnel that names no algorithms accepts all that AWS supports, IKEv1, SHA-1 and Diffie-Hellman group 2 among them.',
  remedy: 'Name IKEv2, SHA-2 and groups from 14 on for both tunnels; look up first what the customer gateway knows.',
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html'],
  check(connection, report) {
    const tunnels = connection.get('VpnTunnelOptionsSpecifications');
    if (tunnels.isUnknown || tunnels.isOpen) return;
    const silent = tunnels.items().map((tunnel) => Object.keys(STRONG).filter((list) => tunnel.get(list).isAbsent));
    const at = silent.findIndex((lists) => lists.length > 0);
    if (!tunnels.isAbsent && at < 0) return;
    const first = tunnels.items()[at]?.get(silent[at]?.[0] ?? '') ?? tunnels;
    report(
      first,
      `${connection.logicalId} accepts outdated cryptography, since its tunnels do not name what they accept`,
      {
        fixes: () => [nameAlgorithms(tunnels)],
      },
    );
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
      bad: template`
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - IKEVersions: [{Value: ikev2}]
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  Phase1IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase2IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase1DHGroupNumbers: [{Value: 21}]
      `,
      good: template`
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - IKEVersions: [{Value: ikev2}]
                  Phase1IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase2IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase1DHGroupNumbers: [{Value: 21}]
                  Phase2DHGroupNumbers:
                    - Value: 14
                    - Value: 19
                    - Value: 20
                    - Value: 21
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
          Version: {Type: String}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - IKEVersions: !If [IsProd, [{Value: !Ref Version}], !Ref AWS::NoValue]
                # ^^^^^^^^^^^
                  Phase1IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase2IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase1DHGroupNumbers: [{Value: 21}]
                  Phase2DHGroupNumbers: [{Value: 21}]
      `,
    },
    {
      name: 'the versions are chosen at deployment',
      silent: template`
        Parameters:
          Version: {Type: String}
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - IKEVersions: [{Value: !Ref Version}]
                  Phase1IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase2IntegrityAlgorithms: [{Value: SHA2-512}]
                  Phase1DHGroupNumbers: [{Value: 21}]
                  Phase2DHGroupNumbers: [{Value: 21}]
      `,
    },
  ],
});

const GROUPS: readonly Fragment[] = [{ Value: 14 }, { Value: 19 }, { Value: 20 }, { Value: 21 }];
const HASHES: readonly Fragment[] = [{ Value: 'SHA2-256' }, { Value: 'SHA2-384' }, { Value: 'SHA2-512' }];

/** The lists of a tunnel that hold something outdated by default, and what is strong of each. */
const STRONG: { readonly [list: string]: readonly Fragment[] } = {
  IKEVersions: [{ Value: 'ikev2' }],
  Phase1IntegrityAlgorithms: HASHES,
  Phase2IntegrityAlgorithms: HASHES,
  Phase1DHGroupNumbers: GROUPS,
  Phase2DHGroupNumbers: GROUPS,
};

function nameAlgorithms(tunnels: Value): Fix | undefined {
  const title = 'Accept IKEv2, SHA-2 and strong groups only (replaces the tunnels)';
  if (tunnels.isAbsent) return fix(title, 'replacement', set(tunnels, [STRONG, STRONG]));
  const missing = tunnels
    .items()
    .flatMap((tunnel) => Object.entries(STRONG).map(([list, strong]) => ({ at: tunnel.get(list), strong })))
    .filter(({ at }) => at.isAbsent);
  return fix(title, 'replacement', ...missing.map(({ at, strong }) => set(at, strong)));
}
