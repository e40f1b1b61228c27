import { customerKey, defineRule, set, template } from '#kit';

export default defineRule({
  id: 'glue-ml-transform-encryption',
  title: 'Machine learning transform keeps its data unencrypted',
  on: 'AWS::Glue::MLTransform',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { security_hub: ['Glue.3'] },
  controls: { 'aws-fsbp': ['Glue.3'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'A transform learns from labelled copies of the records that it is to match. They are stored unencrypted by default.',
  remedy: 'Set MLUserDataEncryption in TransformEncryption to SSE-KMS with a key.',
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-at-rest.html'],
  check(transform, report) {
    const encryption = transform.get('TransformEncryption.MLUserDataEncryption');
    const mode = encryption.get('MLUserDataEncryptionMode');
    if (!mode.isNot('SSE-KMS')) return;
    report(mode, `${transform.logicalId} keeps its data unencrypted`, {
      fixes: () => [
        customerKey(transform, encryption.get('KmsKeyId'), {
          title: 'Encrypt with a key of the stack (replaces the transform)',
          safety: 'replacement',
          also: [set(mode, 'SSE-KMS')],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Match:
        # ^^^^^
            Type: AWS::Glue::MLTransform
            Properties:
              Role: matcher
      `,
      good: template`
        Resources:
          Match:
            Type: AWS::Glue::MLTransform
            Properties:
              Role: matcher
              TransformEncryption:
                MLUserDataEncryption:
                  KmsKeyId: !GetAtt MatchKey.Arn
                  MLUserDataEncryptionMode: SSE-KMS
          MatchKey:
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
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Match:
            Type: AWS::Glue::MLTransform
            Properties:
              TransformEncryption:
                MLUserDataEncryption:
                  MLUserDataEncryptionMode: !If [IsProd, SSE-KMS, DISABLED]
                                                                # ^^^^^^^^
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Mode: {Type: String}
        Resources:
          Match:
            Type: AWS::Glue::MLTransform
            Properties: {TransformEncryption: {MLUserDataEncryption: {MLUserDataEncryptionMode: !Ref Mode}}}
      `,
    },
  ],
});
