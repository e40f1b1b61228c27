import { customerKey, defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'opensearch-customer-key',
  title: 'OpenSearch domain is encrypted with a key that AWS manages',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { kics: ['d926aa95'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Access to a key of AWS cannot be cut off, nor its use traced per domain.',
  remedy: 'Set EncryptionAtRestOptions.KmsKeyId to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  check(domain, report) {
    if (!domain.get('EncryptionAtRestOptions.Enabled').is(true)) return;
    const key = domain.get('EncryptionAtRestOptions.KmsKeyId');
    if (!isKeyOfAws(key)) return;
    report(key, `${domain.logicalId} is encrypted with the key that AWS manages`, {
      fixes: [
        customerKey(domain, key, {
          title: 'Encrypt with a key of the stack (new domains only)',
          safety: 'replacement',
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EncryptionAtRestOptions: {Enabled: true}
            # ^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EncryptionAtRestOptions: {Enabled: true, KmsKeyId: !GetAtt SearchKey.Arn}
          SearchKey:
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
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EncryptionAtRestOptions: !If [IsProd, {Enabled: true, KmsKeyId: !ImportValue Key}, {Enabled: true}]
            # ^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EncryptionAtRestOptions: !If [IsProd, {Enabled: true, KmsKeyId: !ImportValue Key}, {Enabled: true, KmsKeyId: !GetAtt SearchKey.Arn}]
          SearchKey:
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
      name: 'an unencrypted domain has no key',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EncryptionAtRestOptions:
                Enabled: !Ref Setting
      `,
    },
  ],
});
