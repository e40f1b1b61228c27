import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-volume-encryption',
  title: 'EBS volume is not encrypted',
  on: 'AWS::EC2::Volume',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_3'],
    cfn_nag: ['F1'],
    guard: ['ENCRYPTED_VOLUMES'],
    trivy: ['AWS-0026'],
    cdk_nag: ['EC2EBSVolumeEncrypted', 'AwsSolutions-EC26'],
    kics: ['80b7ac3f'],
    security_hub: ['EC2.3'],
  },
  controls: {
    'aws-fsbp': ['EC2.3'],
    'nist-800-53-r5': ['SC-28', 'SC-28(1)', 'SC-7(10)', 'CP-9(8)'],
    hipaa: ['164.312(a)(2)(iv)'],
    'pci-dss-4': ['3.5.1'],
  },
  why: "Snapshots of an unencrypted volume are unencrypted too and can be shared with or copied by other accounts. Encryption costs nothing and no speed, and only the account's own setting would turn it on by default.",
  remedy: 'Set Encrypted to true, and move the data over by way of an encrypted copy of a snapshot.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  check(resource, report) {
    const encrypted = resource.get('Encrypted');
    // A volume made of a snapshot is encrypted when that is.
    if (!encrypted.isNot(true) || (encrypted.isAbsent && !resource.get('SnapshotId').isAbsent)) return;
    report(encrypted, `${resource.logicalId} is not encrypted`, {
      fixes: [fix('Encrypt the volume (a new, empty one takes its place)', 'replacement', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
              Encrypted: true
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
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
              Encrypted: !If [IsProd, true, false]
                                          # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
              Encrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'encryption that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
              Encrypted: !Ref Choice
      `,
    },
    {
      name: 'a volume that is as encrypted as its snapshot',
      silent: template`
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              SnapshotId: snap-12345678
      `,
    },
  ],
});
