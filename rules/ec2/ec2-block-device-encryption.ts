import { BLOCK_DEVICE_TYPES, blockDevicesOf, defineRule, fix, type Peers, type Safety, set, template } from '#kit';

export default defineRule({
  id: 'ec2-block-device-encryption',
  title: 'Block device of an instance is not encrypted',
  on: BLOCK_DEVICE_TYPES,
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_8'],
    trivy: ['AWS-0131', 'AWS-0008'],
    kics: ['40078463'],
    security_hub: ['EC2.181', 'EC2.173'],
  },
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'], hipaa: ['164.312(a)(2)(iv)'], 'pci-dss-4': ['3.5.1'] },
  why: 'What an instance writes to an unencrypted device, swap and temporary files included, stays readable in its snapshots, which other accounts can be given. Encryption costs nothing and no speed.',
  remedy: 'Set Ebs.Encrypted to true on every mapping.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  check(resource, report) {
    for (const device of blockDevicesOf(resource)) {
      const disk = device.get('Ebs');
      const encrypted = disk.get('Encrypted');
      // A device made of a snapshot is encrypted when that is.
      if (!disk.isMap || !encrypted.isNot(true) || !disk.get('SnapshotId').isAbsent) continue;
      const name = device.get('DeviceName').pattern();
      report(encrypted, `${resource.logicalId} maps ${name ?? 'a device'} without encryption`, {
        // Where nothing is said, the account may encrypt by default.
        severity: encrypted.isAbsent ? 'medium' : 'high',
        peers: PEERS[resource.type],
        fixes: [fix('Encrypt the device', SAFETY[resource.type] ?? 'replacement', set(encrypted, true))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              BlockDeviceMappings:
                - DeviceName: /dev/sdm
                  Ebs:
                # ^^^
                    VolumeSize: 100
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              BlockDeviceMappings:
                - DeviceName: /dev/sdm
                  Ebs:
                    VolumeSize: 100
                    Encrypted: true
      `,
    },
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                BlockDeviceMappings:
                  - DeviceName: /dev/sdm
                    Ebs: {VolumeSize: 100, Encrypted: false}
                                                    # ^^^^^
                  - DeviceName: /dev/sdc
                    VirtualName: ephemeral0
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                BlockDeviceMappings:
                  - DeviceName: /dev/sdm
                    Ebs: {VolumeSize: 100, Encrypted: true}
                  - DeviceName: /dev/sdc
                    VirtualName: ephemeral0
      `,
    },
    {
      name: 'encrypted in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              BlockDeviceMappings:
                - DeviceName: /dev/sdm
                  Ebs:
                    VolumeSize: 100
                    Encrypted: !If [IsProd, true, false]
                                                # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              BlockDeviceMappings:
                - DeviceName: /dev/sdm
                  Ebs:
                    VolumeSize: 100
                    Encrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'encryption that is chosen at deployment, a snapshot that decides, and an instance store',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              BlockDeviceMappings:
                - {DeviceName: /dev/sdm, Ebs: {VolumeSize: 100, Encrypted: !Ref Choice}}
                - {DeviceName: /dev/sdn, Ebs: {SnapshotId: snap-12345678}}
                - {DeviceName: /dev/sdb, VirtualName: ephemeral0}
      `,
    },
  ],
});

/** What a new value does: a launch template gets a new version, everything else is made anew. */
const SAFETY: { readonly [type: string]: Safety } = { 'AWS::EC2::LaunchTemplate': 'behaviour' };

const PEERS: { readonly [type: string]: Peers } = {
  'AWS::EC2::Instance': { trivy: ['AWS-0131'], kics: ['40078463'] },
  'AWS::EC2::LaunchTemplate': { security_hub: ['EC2.181'] },
  'AWS::EC2::SpotFleet': { security_hub: ['EC2.173'] },
  'AWS::AutoScaling::LaunchConfiguration': { checkov: ['CKV_AWS_8'], trivy: ['AWS-0008'] },
};
