import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-lake-key',
  title: 'Event data store is not encrypted with a key of your own',
  on: 'AWS::CloudTrail::EventDataStore',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { security_hub: ['CloudTrail.10'] },
  controls: { 'aws-fsbp': ['CloudTrail.10'], 'nist-800-53-r5': ['SC-28'] },
  why: 'CloudTrail encrypts the store with a key of its own; with one of yours you decide who reads it, and can end it. The choice cannot be taken back.',
  remedy: 'Name a KMS key in KmsKeyId.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
  ],
  check(store, report) {
    const key = store.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${store.logicalId} is encrypted without a key of your own`, {
      fixes: () => [
        customerKey(store, key, {
          title: 'Encrypt with a new KMS key',
          safety: 'cost',
          services: ['cloudtrail.amazonaws.com'],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Lake:
        # ^^^^
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: lake
      `,
      good: template`
        Resources:
          Lake:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              Name: lake
              KmsKeyId: !GetAtt LakeKey.Arn
          LakeKey:
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
                  - Sid: AllowServices
                    Effect: Allow
                    Principal:
                      Service: cloudtrail.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
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
          Lake:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              KmsKeyId: !If [IsProd, alias/lake, !Ref AWS::NoValue]
            # ^^^^^^^^
      `,
    },
    {
      name: 'the key is a parameter without default',
      silent: template`
        Parameters:
          Key: {Type: String}
        Resources:
          Lake:
            Type: AWS::CloudTrail::EventDataStore
            Properties:
              KmsKeyId: !Ref Key
      `,
    },
  ],
});
