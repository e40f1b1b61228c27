import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'kms-key-rotation',
  title: 'KMS key is never rotated',
  on: 'AWS::KMS::Key',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: {
    checkov: ['CKV_AWS_7'],
    cfn_nag: ['F19'],
    guard: ['CMK_BACKING_KEY_ROTATION_ENABLED'],
    trivy: ['AWS-0065'],
    cdk_nag: ['KMSBackingKeyRotationEnabled', 'AwsSolutions-KMS5'],
    kics: ['235ca980', '1c07bfaf'],
    security_hub: ['KMS.4'],
  },
  controls: { 'aws-fsbp': ['KMS.4'], 'cis-aws-3': ['3.6'], 'nist-800-53-r5': ['SC-12'], 'pci-dss-4': ['3.7.4'] },
  why: 'Rotation bounds how much data one piece of key material protects. KMS does it without a change to the key’s id, its policy or old ciphertexts; it is off unless asked for.',
  remedy: 'Set EnableKeyRotation to true.',
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  check(key, report) {
    // Only symmetric encryption keys whose material KMS made itself can be rotated by it.
    const spec = key.get('KeySpec');
    const origin = key.get('Origin');
    if (!(spec.isAbsent || spec.is('SYMMETRIC_DEFAULT'))) return;
    const usage = key.get('KeyUsage');
    if (!(usage.isAbsent || usage.is('ENCRYPT_DECRYPT'))) return;
    if (!(origin.isAbsent || origin.is('AWS_KMS'))) return;
    const rotation = key.get('EnableKeyRotation');
    if (!rotation.isNot(true)) return;
    report(rotation, `${key.logicalId} keeps the same key material for ever`, {
      fixes: [
        fix(
          'Rotate the key every year (the first two rotations add to its monthly price)',
          'cost',
          set(rotation, true),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Key:
        # ^^^
            Type: AWS::KMS::Key
            Properties:
              Description: Orders
      `,
      good: template`
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Description: Orders
              EnableKeyRotation: true
      `,
    },
    {
      name: 'the default of a parameter switches it off',
      when: 'Rotate is left at its default',
      bad: template`
        Parameters:
          Rotate:
            Type: String
            Default: 'false'
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !Ref Rotate
                               # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Rotate:
            Type: String
            Default: 'true'
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !Ref Rotate
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
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !If [IsProd, true, false]
                                                  # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !If [IsProd, true, true]
      `,
    },
    {
      name: 'asymmetric and HMAC keys cannot be rotated by KMS',
      silent: template`
        Resources:
          Signing:
            Type: AWS::KMS::Key
            Properties:
              KeySpec: ECC_NIST_P256
              KeyUsage: SIGN_VERIFY
      `,
    },
    {
      name: 'imported key material cannot be rotated by KMS',
      silent: template`
        Resources:
          Imported:
            Type: AWS::KMS::Key
            Properties:
              Origin: EXTERNAL
      `,
    },
    {
      name: 'a value without default is unknown',
      silent: template`
        Parameters:
          Rotate:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !Ref Rotate
      `,
    },
  ],
});
