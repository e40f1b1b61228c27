import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-vpn-key-storage',
  title: 'Keys of a VPN are shown to all who describe it',
  on: 'AWS::EC2::VPNConnection',
  severity: 'low',
  category: 'secrets',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-12', 'IA-5'] },
  why: 'Kept in the VPN service, the pre-shared keys stand in the answer to ec2:DescribeVpnConnections, which every read-only role may ask. In Secrets Manager they have a policy and a log of their own.',
  remedy: 'Set PreSharedKeyStorage to SecretsManager.',
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/enhanced-security.html'],
  check(connection, report) {
    const storage = connection.get('PreSharedKeyStorage');
    // A gateway with a certificate shares no key.
    const certificate = connection.get('CustomerGatewayId').target()?.resource.get('CertificateArn');
    if (!storage.isNot('SecretsManager') || (certificate && !certificate.isAbsent)) return;
    report(storage, `The keys of ${connection.logicalId} are shown to all who describe it`, {
      fixes: [
        fix(
          'Keep the keys in Secrets Manager (replaces the connection)',
          'replacement',
          set(storage, 'SecretsManager'),
        ),
      ],
    });
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
      good: template`
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              PreSharedKeyStorage: SecretsManager
      `,
    },
    {
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
              PreSharedKeyStorage: !If [IsProd, SecretsManager, Standard]
                                                              # ^^^^^^^^
      `,
    },
    {
      name: 'a gateway that shows a certificate shares no key',
      silent: template`
        Resources:
          Office:
            Type: AWS::EC2::CustomerGateway
            Properties:
              Type: ipsec.1
              CertificateArn: !ImportValue OfficeCertificate
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: !Ref Office
      `,
    },
    {
      name: 'a storage without default is unknown',
      silent: template`
        Parameters:
          Storage: {Type: String}
        Resources:
          Vpn:
            Type: AWS::EC2::VPNConnection
            Properties:
              Type: ipsec.1
              CustomerGatewayId: cgw-12345678
              PreSharedKeyStorage: !Ref Storage
      `,
    },
  ],
});
