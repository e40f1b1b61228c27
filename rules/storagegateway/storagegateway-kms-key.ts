import { customerKey, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'storagegateway-kms-key',
  title: 'Storage Gateway volume or tape is not encrypted with a KMS key',
  on: ['AWS::StorageGateway::Volume', 'AWS::StorageGateway::Tape'],
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-13', 'SC-28'] },
  why: 'What the gateway uploads is encrypted with keys of S3 by default. With a KMS key of your own you decide who may decrypt, and disabling the key locks the data; the choice is made once, when the volume or tape is.',
  remedy: 'Set KMSEncrypted to true and KMSKey to a key of your own.',
  references: ['https://docs.aws.amazon.com/storagegateway/latest/vgw/encryption.html'],
  check(storage, report) {
    const encrypted = storage.get('KMSEncrypted');
    const key = storage.get('KMSKey');
    if (!encrypted.isNot(true)) return;
    const turnOn = set(encrypted, true);
    report(encrypted, `${storage.logicalId} is not encrypted with a KMS key`, {
      fixes: [
        key.isAbsent
          ? customerKey(storage, key, { title: 'Encrypt with a new KMS key', safety: 'replacement', also: [turnOn] })
          : fix('Encrypt with the KMS key', 'replacement', turnOn),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Disk:
        # ^^^^
            Type: AWS::StorageGateway::Volume
            Properties:
              VolumeSizeInBytes: 1073741824
      `,
      good: template`
        Resources:
          Disk:
            Type: AWS::StorageGateway::Volume
            Properties:
              VolumeSizeInBytes: 1073741824
              KMSKey: !GetAtt DiskKey.Arn
              KMSEncrypted: true
          DiskKey:
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
          Archive:
            Type: AWS::StorageGateway::Tape
            Properties:
              TapeSizeInBytes: 107374182400
              KMSEncrypted: !If [IsProd, true, false]
                                             # ^^^^^
              KMSKey: !ImportValue Key
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Archive:
            Type: AWS::StorageGateway::Tape
            Properties:
              TapeSizeInBytes: 107374182400
              KMSEncrypted: !If [IsProd, true, true]
              KMSKey: !ImportValue Key
      `,
    },
    {
      name: 'a switch without default is unknown',
      silent: template`
        Parameters:
          Encrypted:
            Type: String
        Resources:
          Disk:
            Type: AWS::StorageGateway::Volume
            Properties:
              VolumeSizeInBytes: 1073741824
              KMSEncrypted: !Ref Encrypted
      `,
    },
  ],
});
