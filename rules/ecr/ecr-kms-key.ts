import { customerKey, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecr-kms-key',
  title: 'ECR repository is not encrypted with a KMS key',
  on: 'AWS::ECR::Repository',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_136'], trivy: ['AWS-0033'], security_hub: ['ECR.5'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-13', 'SC-28'] },
  why: 'Images are encrypted with keys of S3 by default. A KMS key of your own adds a say in who decrypts and a trail of each use; it can be chosen only when the repository is made.',
  remedy: 'Set EncryptionType to KMS, with a key of your own.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
  check(repository, report) {
    const type = repository.get('EncryptionConfiguration.EncryptionType');
    const key = repository.get('EncryptionConfiguration.KmsKey');
    if (!type.isNot('KMS', 'KMS_DSSE')) return;
    const turnOn = set(type, 'KMS');
    report(type, `${repository.logicalId} is not encrypted with a KMS key`, {
      fixes: [
        key.isAbsent
          ? customerKey(repository, key, { title: 'Encrypt with a new KMS key', safety: 'replacement', also: [turnOn] })
          : fix('Encrypt with the KMS key', 'replacement', turnOn),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Images:
        # ^^^^^^
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: orders
      `,
      good: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: orders
              EncryptionConfiguration:
                KmsKey: !GetAtt ImagesKey.Arn
                EncryptionType: KMS
          ImagesKey:
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
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              EncryptionConfiguration:
                EncryptionType: !If [IsProd, KMS, AES256]
                                                # ^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              EncryptionConfiguration:
                EncryptionType: !If [IsProd, KMS, KMS]
                KmsKey: !GetAtt ImagesKey.Arn
          ImagesKey:
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
      name: 'a type without default is unknown',
      silent: template`
        Parameters:
          Type:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              EncryptionConfiguration:
                EncryptionType: !Ref Type
      `,
    },
  ],
});
