import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'secretsmanager-secret-kms-key',
  title: 'Secret is encrypted with the key that AWS manages',
  on: 'AWS::SecretsManager::Secret',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {
    checkov: ['CKV_AWS_149'],
    cfn_nag: ['W77'],
    guard: ['SECRETSMANAGER_USING_CMK'],
    trivy: ['AWS-0098'],
    cdk_nag: ['SecretsManagerUsingKMSKey'],
    kics: ['c8ae9ba9'],
  },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-13', 'SC-28'], 'pci-dss-4': ['3.5.1'] },
  why: 'Secrets are always encrypted. With a key of your own you decide who may decrypt, can share the secret with another account, and can lock it by disabling the key; with aws/secretsmanager you can do none of it.',
  remedy: 'Set KmsKeyId to a key of your own.',
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  check(secret, report) {
    const key = secret.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${secret.logicalId} is encrypted with the key that AWS manages`, {
      fixes: [
        customerKey(secret, key, {
          title: 'Encrypt with a new KMS key (readers need kms:Decrypt)',
          safety: 'behaviour',
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Password:
        # ^^^^^^^^
            Type: AWS::SecretsManager::Secret
            Properties:
              GenerateSecretString: {}
      `,
      good: template`
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
            Properties:
              GenerateSecretString: {}
              KmsKeyId: !GetAtt PasswordKey.Arn
          PasswordKey:
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
          Password:
            Type: AWS::SecretsManager::Secret
            Properties:
              KmsKeyId: !If [IsProd, !ImportValue Key, alias/aws/secretsmanager]
                                                     # ^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a key without default is unknown',
      silent: template`
        Parameters:
          Key:
            Type: String
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
            Properties:
              KmsKeyId: !Ref Key
      `,
    },
  ],
});
