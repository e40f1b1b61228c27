import { customerKey, defineRule, isKeyOfAws, set, template } from '#kit';

export default defineRule({
  id: 'ec2-volume-customer-key',
  title: 'EBS volume is encrypted with the AWS managed key',
  on: 'AWS::EC2::Volume',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { cfn_nag: ['W37'], guard: ['EBS_VOLUME_ENCRYPTION_KEY_RULE'], trivy: ['AWS-0027'], kics: ['b7063015'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'The key aws/ebs is free and sound, but its policy cannot be narrowed, and a snapshot under it cannot be shared with another account. A key of your own lets you decide who decrypts, at a monthly price.',
  remedy: 'Name a KMS key of your own in KmsKeyId.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  check(resource, report) {
    const key = resource.get('KmsKeyId');
    const isDefault = isKeyOfAws(key);
    if (!isDefault || !resource.get('SnapshotId').isAbsent) return;
    const encrypted = resource.get('Encrypted');
    report(key, `${resource.logicalId} names no KMS key of its own`, {
      fixes: () => [
        customerKey(resource, key, {
          title: 'Encrypt with a key of the stack (a new, empty volume takes its place)',
          safety: 'replacement',
          also: encrypted.is(true) ? [] : [set(encrypted, true)],
        }),
      ],
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
              Encrypted: true
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
              Encrypted: true
              KmsKeyId: !GetAtt DataKey.Arn
          DataKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
      `,
    },
    {
      name: 'the AWS managed key in development only',
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
              Size: 100
              Encrypted: true
              KmsKeyId: !If [IsProd, arn:aws:kms:eu-west-1:111122223333:key/example, alias/aws/ebs]
                                                                                   # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a key that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              Size: 100
              Encrypted: true
              KmsKeyId: !Ref Choice
      `,
    },
  ],
});
