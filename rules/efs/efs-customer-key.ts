import { customerKey, defineRule, isKeyOfAws, set, template } from '#kit';

export default defineRule({
  id: 'efs-customer-key',
  title: 'EFS file system is encrypted with the AWS managed key',
  on: 'AWS::EFS::FileSystem',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { kics: ['6d087495'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'The key aws/elasticfilesystem is sound, but its policy cannot be narrowed and its use cannot be withdrawn. A key of your own lets you do both, at a monthly price.',
  remedy: 'Name a KMS key of your own in KmsKeyId.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  check(resource, report) {
    const key = resource.get('KmsKeyId');
    const isDefault = isKeyOfAws(key);
    if (!isDefault) return;
    const encrypted = resource.get('Encrypted');
    report(key, `${resource.logicalId} names no KMS key of its own`, {
      fixes: () => [
        customerKey(resource, key, {
          title: 'Encrypt with a key of the stack (a new, empty file system takes its place)',
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
          Shared:
        # ^^^^^^
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
              KmsKeyId: !GetAtt SharedKey.Arn
          SharedKey:
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
              Encrypted: true
              KmsKeyId: !If [IsProd, arn:aws:kms:eu-west-1:111122223333:key/example, !Ref AWS::NoValue]
            # ^^^^^^^^
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
              Encrypted: true
              KmsKeyId: !Ref Choice
      `,
    },
  ],
});
