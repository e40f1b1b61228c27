import {
  addResource,
  defineRule,
  type Fix,
  fix,
  isEmptyList,
  logsKeyBody,
  type ResourceView,
  set,
  template,
  type Value,
} from '#kit';

const PARTS = [
  { what: 'objects', path: 'S3Encryptions', modes: ['SSE-KMS', 'SSE-S3'], peers: [] },
  {
    what: 'logs',
    path: 'CloudWatchEncryption',
    modes: ['SSE-KMS'],
    peers: ['GlueEncryptedCloudWatchLogs', 'AwsSolutions-GL1'],
  },
  {
    what: 'job bookmarks',
    path: 'JobBookmarksEncryption',
    modes: ['CSE-KMS'],
    peers: ['GlueJobBookmarkEncrypted', 'AwsSolutions-GL3'],
  },
] as const;

export default defineRule({
  id: 'glue-security-configuration-encryption',
  title: 'Security configuration of Glue leaves part of what jobs write unencrypted',
  on: 'AWS::Glue::SecurityConfiguration',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_99'], cdk_nag: PARTS.flatMap(({ peers }) => peers) },
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'A security configuration is there to encrypt. What it leaves out, the state of jobs or logs that quote the data, is written without its key.',
  remedy: 'Set S3Encryptions, CloudWatchEncryption and JobBookmarksEncryption, each with a key.',
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
  check(configuration, report) {
    const encryption = configuration.get('EncryptionConfiguration');
    const open = PARTS.filter(({ path, modes }) => isOpen(encryption.get(path), path, modes));
    if (open.length === 0) return;
    const what = open.map((part) => part.what).join(', ');
    report(encryption, `${configuration.logicalId} does not encrypt ${what}`, {
      peers: { checkov: ['CKV_AWS_99'], cdk_nag: open.flatMap(({ peers }) => peers) },
      fixes: () => [
        encrypt(
          configuration,
          open.map(({ path }) => path),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              Name: secure
              EncryptionConfiguration: {}
            # ^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              Name: secure
              EncryptionConfiguration:
                S3Encryptions:
                  - S3EncryptionMode: SSE-KMS
                    KmsKeyArn: !GetAtt SecureKey.Arn
                CloudWatchEncryption:
                  CloudWatchEncryptionMode: SSE-KMS
                  KmsKeyArn: !GetAtt SecureKey.Arn
                JobBookmarksEncryption:
                  JobBookmarksEncryptionMode: CSE-KMS
                  KmsKeyArn: !GetAtt SecureKey.Arn
          SecureKey:
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
                  - Sid: AllowLogs
                    Effect: Allow
                    Principal:
                      Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'
                    Action:
                      - kms:Encrypt
                      - kms:Decrypt
                      - kms:ReEncrypt*
                      - kms:GenerateDataKey*
                      - kms:DescribeKey
                    Resource: '*'
                    Condition:
                      ArnLike:
                        kms:EncryptionContext:aws:logs:arn: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:*'
      `,
    },
    {
      name: 'logs in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              EncryptionConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^^
                S3Encryptions: [{S3EncryptionMode: SSE-S3}]
                CloudWatchEncryption: {CloudWatchEncryptionMode: !If [IsProd, SSE-KMS, DISABLED]}
                JobBookmarksEncryption: {JobBookmarksEncryptionMode: CSE-KMS}
      `,
    },
    {
      name: 'an empty list encrypts no objects',
      bad: template`
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              EncryptionConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^^
                S3Encryptions: []
                CloudWatchEncryption: {CloudWatchEncryptionMode: SSE-KMS}
                JobBookmarksEncryption: {JobBookmarksEncryptionMode: CSE-KMS}
      `,
    },
    {
      name: 'modes that are chosen at deployment',
      silent: template`
        Parameters:
          Mode: {Type: String}
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              EncryptionConfiguration:
                S3Encryptions: !ImportValue Encryption
                CloudWatchEncryption: {CloudWatchEncryptionMode: !Ref Mode}
                JobBookmarksEncryption: {JobBookmarksEncryptionMode: !Ref Mode}
      `,
    },
  ],
});

/** `S3Encryptions` holds `S3EncryptionMode`, and so on. */
function modeName(path: string): string {
  return `${path.replace(/s$/, '')}Mode`;
}

function isOpen(part: Value, path: string, modes: readonly string[]): boolean {
  if (part.isAbsent) return true;
  if (isEmptyList(part)) return true;
  return part.items().some((item) => item.get(modeName(path)).isNot(...modes));
}

function encrypt(configuration: ResourceView, paths: readonly string[]): Fix | undefined {
  const key = `${configuration.logicalId}Key`;
  const KmsKeyArn = { 'Fn::GetAtt': [key, 'Arn'] };
  return fix(
    'Encrypt with a key of the stack (the roles of jobs need rights on it)',
    'behaviour',
    ...paths.map((path) => {
      const part = { [modeName(path)]: path === 'JobBookmarksEncryption' ? 'CSE-KMS' : 'SSE-KMS', KmsKeyArn };
      return set(configuration.get(`EncryptionConfiguration.${path}`), path === 'S3Encryptions' ? [part] : part);
    }),
    addResource(key, logsKeyBody(configuration), configuration),
  );
}
