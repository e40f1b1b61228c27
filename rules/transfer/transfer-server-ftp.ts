import { defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'transfer-server-ftp',
  title: 'Transfer server speaks FTP, which encrypts nothing',
  on: 'AWS::Transfer::Server',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'essential',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['Transfer.2'] },
  controls: { 'aws-fsbp': ['Transfer.2'], 'nist-800-53-r5': ['SC-8', 'IA-5'], 'pci-dss-4': ['4.2.1'] },
  why: 'Passwords and files go over the network in the clear, for everyone on the way to read. SFTP and FTPS do the same with encryption.',
  remedy: 'List SFTP or FTPS instead of FTP.',
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/tf-server-endpoint.html'],
  check(server, report) {
    const protocols = server.get('Protocols').items();
    const plain = protocols.find((protocol) => protocol.is('FTP'));
    if (!plain) return;
    const isAlone = protocols.length === 1;
    report(plain, `${server.logicalId} speaks FTP, which encrypts nothing`, {
      fixes: [
        isAlone
          ? fix('Speak SFTP instead (clients must change)', 'behaviour', set(plain, 'SFTP'))
          : fix('Speak the other protocols only (clients of FTP must change)', 'behaviour', remove(plain)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Partners:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: VPC
              Protocols:
                - SFTP
                - FTP
                # ^^^
      `,
      good: template`
        Resources:
          Partners:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: VPC
              Protocols:
                - SFTP
      `,
    },
    {
      name: 'nothing but FTP, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Partners:
            Type: AWS::Transfer::Server
            Properties:
              Protocols: [!If [IsProd, SFTP, FTP]]
                                           # ^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Partners:
            Type: AWS::Transfer::Server
            Properties:
              Protocols: [!If [IsProd, SFTP, SFTP]]
      `,
    },
    {
      name: 'SFTP is the default, FTPS encrypts, and a parameter without default decides',
      silent: template`
        Parameters:
          Protocol: {Type: String}
        Resources:
          Default:
            Type: AWS::Transfer::Server
          Encrypted:
            Type: AWS::Transfer::Server
            Properties: {Protocols: [FTPS, AS2]}
          Chosen:
            Type: AWS::Transfer::Server
            Properties: {Protocols: [!Ref Protocol]}
      `,
    },
  ],
});
