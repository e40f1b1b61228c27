import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'datasync-location-tls',
  title: 'DataSync copies in the clear',
  on: ['AWS::DataSync::LocationEFS', 'AWS::DataSync::LocationObjectStorage'],
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'Whole file systems pass through a transfer. DataSync mounts EFS without TLS unless told otherwise, and talks to an object store in the way ServerProtocol says.',
  remedy: 'Set InTransitEncryption to TLS1_2, or ServerProtocol to HTTPS.',
  references: [
    'https://docs.aws.amazon.com/datasync/latest/userguide/create-efs-location.html',
    'https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html',
  ],
  check(location, report) {
    if (location.type === 'AWS::DataSync::LocationEFS') {
      const encryption = location.get('InTransitEncryption');
      if (!encryption.isNot('TLS1_2')) return;
      report(encryption, `${location.logicalId} mounts its file system without TLS`, {
        fixes: [fix('Mount with TLS', 'replacement', set(encryption, 'TLS1_2'))],
      });
      return;
    }
    const protocol = location.get('ServerProtocol');
    if (!protocol.is('HTTP')) return;
    report(protocol, `${location.logicalId} reaches its server over plain HTTP`, {
      fixes: [fix('Use HTTPS', 'behaviour', set(protocol, 'HTTPS'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Files:
        # ^^^^^
            Type: AWS::DataSync::LocationEFS
            Properties:
              EfsFilesystemArn: !ImportValue Files
          Store:
            Type: AWS::DataSync::LocationObjectStorage
            Properties:
              ServerHostname: store.example.com
              ServerProtocol: HTTP
                            # ^^^^
      `,
      good: template`
        Resources:
          Files:
            Type: AWS::DataSync::LocationEFS
            Properties:
              EfsFilesystemArn: !ImportValue Files
              InTransitEncryption: TLS1_2
          Store:
            Type: AWS::DataSync::LocationObjectStorage
            Properties:
              ServerHostname: store.example.com
              ServerProtocol: HTTPS
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Files:
            Type: AWS::DataSync::LocationEFS
            Properties:
              EfsFilesystemArn: !ImportValue Files
              InTransitEncryption: !If [IsProd, TLS1_2, NONE]
                                                      # ^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Files:
            Type: AWS::DataSync::LocationEFS
            Properties:
              EfsFilesystemArn: !ImportValue Files
              InTransitEncryption: !If [IsProd, TLS1_2, TLS1_2]
      `,
    },
    {
      name: 'an encryption without default is unknown',
      silent: template`
        Parameters:
          Tls:
            Type: String
        Resources:
          Files:
            Type: AWS::DataSync::LocationEFS
            Properties:
              EfsFilesystemArn: !ImportValue Files
              InTransitEncryption: !Ref Tls
      `,
    },
  ],
});
