import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'redshift-customer-key',
  title: 'Redshift cluster is encrypted with a key that AWS manages',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { trivy: ['AWS-0084'], kics: ['de76a0d6'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Access to a key of AWS cannot be cut off, nor its use traced per cluster.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  check(cluster, report) {
    if (!cluster.get('Encrypted').is(true) || !cluster.get('HsmConfigurationIdentifier').isAbsent) return;
    const key = cluster.get('KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${cluster.logicalId} is encrypted with a key that AWS manages`, {
      fixes: [
        customerKey(cluster, key, {
          title: 'Encrypt with a key of the stack (the cluster re-encrypts)',
          safety: 'behaviour',
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
              KmsKeyId: !If [IsProd, !ImportValue Key, alias/aws/redshift]
                                                     # ^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
              KmsKeyId: !Ref Setting
      `,
    },
  ],
});
