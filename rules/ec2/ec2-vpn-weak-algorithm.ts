import { defineRule, fix, type Intent, remove, set, template, type Value } from '#kit';

export default defineRule({
  id: 'ec2-vpn-weak-algorithm',
  title: 'VPN tunnel accepts outdated cryptography',
  on: 'AWS::EC2::VPNConnection',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8(1)', 'SC-13'] },
  why: 'IKEv1 is historic, SHA-1 is broken and the groups 2 and 5 are within reach of those who record traffic today to read it later. The two ends agree on the weakest that both accept, if somebody on the way wants it.',
  remedy: 'Accept IKEv2, SHA-2 and the groups from 14 on.',
  references: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
    'https://www.rfc-editor.org/rfc/rfc9395',
  ],
  check(connection, report) {
    for (const tunnel of connection.get('VpnTunnelOptionsSpecifications').items()) {
      const outdated = outdatedOf(tunnel);
      const [first] = outdated;
      if (!first) continue;
      const names = [...new Set(outdated.map(({ name }) => name))].join(', ');
      report(first.value, `A tunnel of ${connection.logicalId} accepts ${names}`, {
        fixes: () => [
          fix(
            'Accept only what is strong (replaces the tunnels)',
            'replacement',
            ...outdated.map(({ strengthened }) => strengthened),
          ),
        ],
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
                - IKEVersions:
                    - Value: ikev1
                           # ^^^^^
                    - Value: ikev2
                  Phase1IntegrityAlgorithms:
                    - Value: SHA1
                  Phase1DHGroupNumbers:
                    - Value: 2
                    - Value: 5
      `,
      good: template`
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - IKEVersions:
                    - Value: ikev2
                  Phase1IntegrityAlgorithms:
                    - Value: SHA2-256
                  Phase1DHGroupNumbers:
                    - Value: 20
      `,
    },
    {
      name: 'for an old router',
      when: 'HasOldRouter is true',
      bad: template`
        Parameters:
          Router: {Type: String, AllowedValues: [old, new]}
        Conditions:
          HasOldRouter: !Equals [!Ref Router, old]
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              VpnTunnelOptionsSpecifications:
                - Phase2DHGroupNumbers: [{Value: !If [HasOldRouter, 5, 20]}]
                                                                  # ^
      `,
    },
    {
      name: 'what is accepted is chosen at deployment',
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
      `,
    },
  ],
});

/** What a tunnel can be told to accept, which of it is outdated, and what takes its place. */
const CHOICES = [
  { list: 'IKEVersions', weak: ['ikev1'], better: 'ikev2' },
  { list: 'Phase1IntegrityAlgorithms', weak: ['SHA1'], better: 'SHA2-256' },
  { list: 'Phase2IntegrityAlgorithms', weak: ['SHA1'], better: 'SHA2-256' },
  { list: 'Phase1DHGroupNumbers', weak: [2, 5], better: 20 },
  { list: 'Phase2DHGroupNumbers', weak: [2, 5], better: 20 },
] as const;

interface Outdated {
  readonly value: Value;
  readonly name: string;
  readonly strengthened: Intent | undefined;
}

/** What a tunnel accepts that it had better not, in the order of `CHOICES`. */
function outdatedOf(tunnel: Value): readonly Outdated[] {
  return CHOICES.flatMap(({ list, weak, better }) => {
    const accepted = tunnel.get(list).items();
    const found = accepted.filter((choice) => choice.get('Value').is(...weak));
    return found.map((choice, at) => {
      const value = choice.get('Value');
      // Where nothing strong is accepted yet, the first makes room for it.
      const isReplaced = at === 0 && found.length === accepted.length;
      return { value, name: nameOf(list, value), strengthened: isReplaced ? set(value, better) : remove(choice) };
    });
  });
}

function nameOf(list: string, value: Value): string {
  const name = value.pattern() ?? '';
  return list.endsWith('DHGroupNumbers') ? `Diffie-Hellman group ${name}` : name.replace('ikev', 'IKEv');
}
