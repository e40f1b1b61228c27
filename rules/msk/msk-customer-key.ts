import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'msk-customer-key',
  title: 'MSK cluster is encrypted with a key that AWS manages',
  on: 'AWS::MSK::Cluster',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { checkov: ['CKV_AWS_81'], trivy: ['AWS-0179'], kics: ['a976d63f'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Volumes are always encrypted, by default with a key of AWS that serves the whole account and cannot be cut off for one cluster.',
  remedy: 'Set EncryptionAtRest.DataVolumeKMSKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  check(cluster, report) {
    const info = cluster.get('EncryptionInfo');
    const key = info.get('EncryptionAtRest.DataVolumeKMSKeyId');
    const isUnsaid = info.isAbsent || (info.isMap && !info.isOpen && info.entries().length === 0);
    if (!isKeyOfAws(key)) return;
    report(key, `${cluster.logicalId} is encrypted with the key that AWS manages`, {
      peers: isUnsaid ? { checkov: ['CKV_AWS_81'], trivy: ['AWS-0179'], kics: ['a976d63f'] } : { trivy: ['AWS-0179'] },
      fixes: [
        customerKey(cluster, key, {
          title: 'Encrypt with a key of the stack (replaces the cluster)',
          safety: 'replacement',
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
        # ^^^^^^
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionAtRest:
                  DataVolumeKMSKeyId: !GetAtt EventsKey.Arn
          EventsKey:
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
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionAtRest:
                  DataVolumeKMSKeyId: !If [IsProd, !ImportValue Key, alias/aws/kafka]
                                                                   # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionAtRest:
                  DataVolumeKMSKeyId: !If [IsProd, !ImportValue Key, !GetAtt EventsKey.Arn]
          EventsKey:
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
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionAtRest:
                  DataVolumeKMSKeyId: !Ref Setting
      `,
    },
  ],
});
