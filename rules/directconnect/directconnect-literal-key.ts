import { defineRule, fix, hideSecret, remove, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'directconnect-literal-key',
  title: 'BGP key of a virtual interface stands in the template',
  on: [
    'AWS::DirectConnect::PrivateVirtualInterface',
    'AWS::DirectConnect::PublicVirtualInterface',
    'AWS::DirectConnect::TransitVirtualInterface',
  ],
  severity: 'high',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)'] },
  why: 'The key is all that tells your router from another one on the line, which could announce routes and draw your traffic. Everyone who reads the repository or the stack knows it; AWS makes a key when none is given.',
  remedy: 'Leave AuthKey out and read the key that AWS makes from the router configuration, or refer to a secret.',
  references: ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/create-vif.html'],
  check(face, report) {
    for (const peer of face.get('BgpPeers').items()) {
      const value = peer.get('AuthKey');
      const exposure = secretExposure(value, face.template);
      if (!exposure) continue;
      const description = `BGP key that ${face.logicalId} and your router share`;
      report(value, `The BGP key of ${face.logicalId} ${secretInPlainSight(exposure)}`, {
        related: secretSource(exposure),
        fixes: [
          exposure.kind === 'literal' ? fix('Let AWS make the key', 'behaviour', remove(value)) : undefined,
          ...hideSecret({ of: face, value, name: 'BgpKey', description, isOwn: false }, exposure),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          ToOffice:
            Type: AWS::DirectConnect::PrivateVirtualInterface
            Properties:
              VirtualInterfaceName: office
              ConnectionId: dxcon-fg1234
              Vlan: 101
              BgpPeers:
                - AddressFamily: ipv4
                  Asn: '65000'
                  AuthKey: not-a-secret-any-more
                         # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          ToOffice:
            Type: AWS::DirectConnect::PrivateVirtualInterface
            Properties:
              VirtualInterfaceName: office
              ConnectionId: dxcon-fg1234
              Vlan: 101
              BgpPeers:
                - AddressFamily: ipv4
                  Asn: '65000'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          ToOffice:
            Type: AWS::DirectConnect::TransitVirtualInterface
            Properties:
              VirtualInterfaceName: office
              ConnectionId: dxcon-fg1234
              DirectConnectGatewayId: 4d3d4eb6-a5b3-4a26-8c0d-1e6a5d5f2b3c
              Vlan: 101
              BgpPeers:
                - AddressFamily: ipv4
                  Asn: '65000'
                  AuthKey: !If [IsProd, '{{resolve:secretsmanager:bgp}}', not-a-secret]
                                                                        # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Key: {Type: String}
        Resources:
          ToOffice:
            Type: AWS::DirectConnect::PublicVirtualInterface
            Properties:
              VirtualInterfaceName: office
              ConnectionId: dxcon-fg1234
              Vlan: 101
              BgpPeers: [{AddressFamily: ipv4, Asn: '65000', AuthKey: !Ref Key}]
                                                                    # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Key: {Type: String, NoEcho: true}
        Resources:
          ToOffice:
            Type: AWS::DirectConnect::PublicVirtualInterface
            Properties:
              VirtualInterfaceName: office
              ConnectionId: dxcon-fg1234
              Vlan: 101
              BgpPeers: [{AddressFamily: ipv4, Asn: '65000', AuthKey: !Ref Key}]
      `,
    },
    {
      name: 'AWS makes the key, or a hidden parameter holds it',
      silent: template`
        Parameters:
          Key: {Type: String, NoEcho: true}
        Resources:
          ToOffice:
            Type: AWS::DirectConnect::PrivateVirtualInterface
            Properties:
              VirtualInterfaceName: office
              ConnectionId: dxcon-fg1234
              Vlan: 101
              BgpPeers: [{AddressFamily: ipv4, Asn: '65000'}, {AddressFamily: ipv6, Asn: '65000', AuthKey: !Ref Key}]
      `,
    },
  ],
});
