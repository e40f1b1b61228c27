import { customerKey, defineRule, fix, isKeyOfAws, set, template } from '#kit';

const OWNED_PEERS = {
  checkov: ['CKV_AWS_119'],
  cfn_nag: ['W74'],
  guard: ['DYNAMODB_TABLE_MUST_BE_ENCRYPTED', 'DYNAMODB_TABLE_ENCRYPTED_KMS'],
  trivy: ['AWS-0025'],
  kics: ['4bd21e68', 'c8dee387'],
};
/** SAM's simple tables have a check of their own for the same. */
const SIMPLE_PEERS = { ...OWNED_PEERS, trivy: ['AWS-0025', 'AWS-0121'] };
const MANAGED_PEERS = { checkov: ['CKV_AWS_119'], trivy: ['AWS-0025'], kics: ['c8dee387'] };

export default defineRule({
  id: 'dynamodb-customer-key',
  title: 'DynamoDB table is encrypted with a key that AWS manages',
  on: 'AWS::DynamoDB::Table',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {
    checkov: ['CKV_AWS_119'],
    cfn_nag: ['W74'],
    guard: ['DYNAMODB_TABLE_MUST_BE_ENCRYPTED', 'DYNAMODB_TABLE_ENCRYPTED_KMS'],
    trivy: ['AWS-0025', 'AWS-0121'],
    kics: ['4bd21e68', 'c8dee387'],
  },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'DynamoDB encrypts every table, by default with a key of its own that neither shows in CloudTrail nor can be cut off. A key of yours adds a second lock: reading takes rights on both.',
  remedy: 'Set SSESpecification to SSEEnabled true with a KMSMasterKeyId.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html'],
  check(table, report) {
    const enabled = table.get('SSESpecification.SSEEnabled');
    const key = table.get('SSESpecification.KMSMasterKeyId');
    const isOwned = enabled.isNot(true);
    const isSimple = table.authoredType === 'AWS::Serverless::SimpleTable';
    if (!isOwned && !(enabled.is(true) && isKeyOfAws(key))) return;
    report(
      isOwned ? enabled : key,
      `${table.logicalId} is encrypted with ${isOwned ? 'a key of DynamoDB' : 'the key that AWS manages'}`,
      {
        peers: !isOwned ? MANAGED_PEERS : isSimple ? SIMPLE_PEERS : OWNED_PEERS,
        fixes: [
          isOwned && !key.isAbsent
            ? fix(
                'Encrypt with the key that is named (billed; readers need rights on it)',
                'behaviour',
                set(enabled, true),
              )
            : customerKey(table, key, {
                title: 'Encrypt with a key of the stack (billed; readers need rights on it)',
                safety: 'behaviour',
                also: [set(table.get('SSESpecification.SSEType'), 'KMS'), ...(isOwned ? [set(enabled, true)] : [])],
              }),
        ],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
              SSESpecification:
                KMSMasterKeyId: !GetAtt OrdersKey.Arn
                SSEType: KMS
                SSEEnabled: true
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
      name: 'the key that AWS manages',
      bad: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              SSESpecification:
            # ^^^^^^^^^^^^^^^^
                SSEEnabled: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              SSESpecification:
                SSEEnabled: true
                KMSMasterKeyId: !GetAtt OrdersKey.Arn
                SSEType: KMS
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
            Type: AWS::DynamoDB::Table
            Properties:
              SSESpecification:
                SSEType: KMS
                SSEEnabled: !If [IsProd, true, false]
                                             # ^^^^^
                KMSMasterKeyId: !ImportValue Key
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              SSESpecification:
                SSEType: KMS
                SSEEnabled: !If [IsProd, true, true]
                KMSMasterKeyId: !ImportValue Key
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
            Type: AWS::DynamoDB::Table
            Properties:
              SSESpecification:
                SSEEnabled: !Ref Setting
      `,
    },
  ],
});
