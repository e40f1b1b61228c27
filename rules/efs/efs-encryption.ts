import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'efs-encryption',
  title: 'EFS file system is not encrypted',
  on: 'AWS::EFS::FileSystem',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_42'],
    cfn_nag: ['F32'],
    guard: ['EFS_ENCRYPTED_CHECK'],
    trivy: ['AWS-0037'],
    cdk_nag: ['EFSEncrypted', 'AwsSolutions-EFS1'],
    kics: ['2ff8e83c'],
    security_hub: ['EFS.1', 'EFS.8'],
  },
  controls: {
    'aws-fsbp': ['EFS.1'],
    'nist-800-53-r5': ['SC-28', 'SC-28(1)'],
    hipaa: ['164.312(a)(2)(iv)'],
    'pci-dss-4': ['3.5.1'],
  },
  why: 'Encryption costs nothing and no speed, and can only be chosen when the file system is made. CloudFormation makes it without unless told otherwise.',
  remedy: 'Set Encrypted to true, and copy the data over.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  check(resource, report) {
    const encrypted = resource.get('Encrypted');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `${resource.logicalId} is not encrypted`, {
      fixes: [fix('Encrypt the file system (a new, empty one takes its place)', 'replacement', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
        # ^^^^^^
            Type: AWS::EFS::FileSystem
            Properties:
              ThroughputMode: elastic
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              ThroughputMode: elastic
              Encrypted: true
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
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: !If [IsProd, true, false]
                                          # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: !Ref Choice
      `,
    },
  ],
});
