import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'docdb-customer-key',
  title: 'DocumentDB cluster is encrypted with a key that AWS manages',
  on: 'AWS::DocDB::DBCluster',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { trivy: ['AWS-0022'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'The default key aws/rds serves every database of the account and its policy cannot be changed: access cannot be cut off for one cluster, nor a snapshot shared with another account.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
  check(cluster, report) {
    if (!cluster.get('StorageEncrypted').is(true)) return;
    const key = cluster.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${cluster.logicalId} is encrypted with the key that AWS manages for the whole account`, {
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
          Orders:
        # ^^^^^^
            Type: AWS::DocDB::DBCluster
            Properties:
              StorageEncrypted: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              StorageEncrypted: true
              KmsKeyId: !GetAtt OrdersKey.Arn
          OrdersKey:
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
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              StorageEncrypted: true
              KmsKeyId: !If [IsProd, !ImportValue Key, alias/aws/rds]
                                                     # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              StorageEncrypted: true
              KmsKeyId: !If [IsProd, !ImportValue Key, !GetAtt OrdersKey.Arn]
          OrdersKey:
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
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              StorageEncrypted: true
              KmsKeyId: !Ref Setting
      `,
    },
    {
      name: 'an empty text names no key',
      bad: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              StorageEncrypted: true
              KmsKeyId: ''
                      # ^^
      `,
    },
  ],
});
