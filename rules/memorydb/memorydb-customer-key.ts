import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'memorydb-customer-key',
  title: 'MemoryDB cluster is encrypted with a key of AWS',
  on: 'AWS::MemoryDB::Cluster',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Access to a key of AWS cannot be cut off, nor its use traced.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
  check(cluster, report) {
    const key = cluster.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${cluster.logicalId} is encrypted with a key of AWS`, {
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
          Sessions:
        # ^^^^^^^^
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              KmsKeyId: !GetAtt SessionsKey.Arn
          SessionsKey:
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
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              KmsKeyId: !If [IsProd, !ImportValue Key, !Ref AWS::NoValue]
            # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              KmsKeyId: !If [IsProd, !ImportValue Key, !GetAtt SessionsKey.Arn]
          SessionsKey:
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
      name: 'a key without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              KmsKeyId: !Ref Setting
      `,
    },
  ],
});
