import { customerKey, defineRule, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-customer-key',
  title: 'Redshift Serverless namespace is encrypted with a key of AWS',
  on: 'AWS::RedshiftServerless::Namespace',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { security_hub: ['RedshiftServerless.4'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.4'], 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Access to a key of AWS cannot be cut off, nor its use traced.',
  remedy: 'Set KmsKeyId to a KMS key of your own.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
  ],
  check(namespace, report) {
    const key = namespace.get('KmsKeyId');
    if (!key.isAbsent && !key.is('AWS_OWNED_KMS_KEY')) return;
    report(key, `${namespace.logicalId} is encrypted with a key of AWS`, {
      fixes: [
        customerKey(namespace, key, {
          title: 'Encrypt with a key of the stack (the namespace re-encrypts)',
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              KmsKeyId: !If [IsProd, !ImportValue Key, AWS_OWNED_KMS_KEY]
                                                     # ^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              KmsKeyId: !Ref Setting
      `,
    },
  ],
});
