import { addResource, defineRule, type Fix, fix, kmsKeyBody, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'glue-catalog-encryption',
  title: 'Data catalog keeps table definitions or connection passwords in the clear',
  on: 'AWS::Glue::DataCatalogEncryptionSettings',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_94'] },
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'], 'pci-dss-4': ['3.5.1'] },
  why: 'Whoever may read connections from the catalog reads the passwords of the databases with them, unless they stay encrypted in the answer. Both kinds of encryption are off by default.',
  remedy: 'Set CatalogEncryptionMode to SSE-KMS and ReturnConnectionPasswordEncrypted to true, each with a key.',
  references: [
    'https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html',
    'https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html',
  ],
  check(settings, report) {
    const both = settings.get('DataCatalogEncryptionSettings');
    const mode = both.get('EncryptionAtRest.CatalogEncryptionMode');
    const hidden = both.get('ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted');
    const isCatalogOpen = mode.isNot('SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE');
    const isPasswordOpen = hidden.isNot(true);
    if (!isCatalogOpen && !isPasswordOpen) return;
    const what = [isCatalogOpen ? 'the catalog' : [], isPasswordOpen ? 'connection passwords' : []]
      .flat()
      .join(' and ');
    report(isCatalogOpen ? mode : hidden, `${settings.logicalId} leaves ${what} unencrypted`, {
      fixes: () => [encrypt(settings, isCatalogOpen ? mode : undefined, isPasswordOpen ? hidden : undefined)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Catalog:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              CatalogId: !Ref AWS::AccountId
              DataCatalogEncryptionSettings:
                EncryptionAtRest:
                  CatalogEncryptionMode: DISABLED
                                       # ^^^^^^^^
      `,
      good: template`
        Resources:
          Catalog:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              CatalogId: !Ref AWS::AccountId
              DataCatalogEncryptionSettings:
                EncryptionAtRest:
                  CatalogEncryptionMode: SSE-KMS
                  SseAwsKmsKeyId: !GetAtt CatalogKey.Arn
                ConnectionPasswordEncryption:
                  ReturnConnectionPasswordEncrypted: true
                  KmsKeyId: !GetAtt CatalogKey.Arn
          CatalogKey:
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
      name: 'passwords in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Catalog:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              DataCatalogEncryptionSettings:
                EncryptionAtRest: {CatalogEncryptionMode: SSE-KMS}
                ConnectionPasswordEncryption:
                  KmsKeyId: alias/passwords
                  ReturnConnectionPasswordEncrypted: !If [IsProd, true, false]
                                                                      # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Catalog:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              DataCatalogEncryptionSettings:
                EncryptionAtRest: {CatalogEncryptionMode: SSE-KMS}
                ConnectionPasswordEncryption:
                  KmsKeyId: alias/passwords
                  ReturnConnectionPasswordEncrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'settings that are chosen at deployment',
      silent: template`
        Parameters:
          Mode: {Type: String}
          Hidden: {Type: String}
        Resources:
          Catalog:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              DataCatalogEncryptionSettings:
                EncryptionAtRest: {CatalogEncryptionMode: !Ref Mode}
                ConnectionPasswordEncryption: {ReturnConnectionPasswordEncrypted: !Ref Hidden}
      `,
    },
  ],
});

/** The callers need rights on the key: Glue asks in their name. */
function encrypt(settings: ResourceView, mode: Value | undefined, hidden: Value | undefined): Fix | undefined {
  const id = `${settings.logicalId}Key`;
  const both = settings.get('DataCatalogEncryptionSettings');
  const keys = [
    mode && both.get('EncryptionAtRest.SseAwsKmsKeyId'),
    hidden && both.get('ConnectionPasswordEncryption.KmsKeyId'),
  ].filter((key) => key?.isAbsent);
  return fix(
    'Encrypt with KMS (those who use the catalog need rights on the key)',
    'behaviour',
    ...(mode ? [set(mode, 'SSE-KMS')] : []),
    ...(hidden ? [set(hidden, true)] : []),
    ...keys.map((key) => key && set(key, { 'Fn::GetAtt': [id, 'Arn'] })),
    ...(keys.length > 0 ? [addResource(id, kmsKeyBody(settings), settings)] : []),
  );
}
