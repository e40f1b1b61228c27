import {
  BUCKET_POLICY_TYPES,
  bucketPolicyDocument,
  defineRule,
  fix,
  grants,
  readText,
  remove,
  statementsOf,
  template,
} from '#kit';

/** What no other account has business doing (AWS Security Hub, S3.6). */
const CONTROLLING =
  /^s3:(?:DeleteBucketPolicy|PutBucketAcl|PutBucketPolicy|PutEncryptionConfiguration|PutObjectAcl|PutBucket\*)$/i;

export default defineRule({
  id: 's3-policy-cross-account',
  title: 'S3 policy lets another account change who has access',
  on: BUCKET_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['S3.6'] },
  controls: { 'aws-fsbp': ['S3.6'], 'nist-800-53-r5': ['AC-6', 'CM-2'] },
  why: 'Whoever may write the policy, the ACLs or the encryption of a bucket owns it in all but name: one call lets in the world or locks you out.',
  remedy: 'Take the actions that change policy, ACLs and encryption away from other accounts.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html'],
  check(policy, report) {
    for (const statement of statementsOf(bucketPolicyDocument(policy))) {
      if (!grants(statement)) continue;
      const account = statement.principals
        .filter(({ kind }) => kind === 'AWS')
        .map(({ value }) => /^(?:arn:[\w-]+:iam::)?(\d{12})\b/.exec(readText(value) ?? '')?.[1])
        .find((id) => id !== undefined);
      const actions = statement.actions.filter((action) => action.satisfies((text) => CONTROLLING.test(text)));
      const [first] = actions;
      if (account === undefined || !first) continue;
      const names = actions.map((action) => action.pattern()).join(', ');
      report(first, `${policy.logicalId} lets account ${account} use ${names}`, {
        fixes: [
          statement.actions.length > actions.length
            ? fix('Take these actions away', 'behaviour', ...actions.map((action) => remove(action)))
            : undefined,
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Partner:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:role/Partner
                    Action:
                      - s3:PutObject
                      - s3:PutBucketPolicy
                      # ^^^^^^^^^^^^^^^^^^
                    Resource: arn:aws:s3:::exchange/*
      `,
      good: template`
        Resources:
          Partner:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:role/Partner
                    Action:
                      - s3:PutObject
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      when: 'IsShared is true',
      bad: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Partner:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsShared, '111122223333', !Ref AWS::AccountId]
                    Action: s3:PutBucketAcl
                          # ^^^^^^^^^^^^^^^
                    Resource: arn:aws:s3:::exchange
      `,
    },
    {
      name: 'the account of the stack itself, and an account that is not told',
      silent: template`
        Parameters:
          Partner:
            Type: String
        Resources:
          Partners:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS:
                        - !Sub arn:aws:iam::\${AWS::AccountId}:root
                        - !Ref Partner
                    Action: s3:PutBucketPolicy
                    Resource: arn:aws:s3:::exchange
      `,
    },
  ],
});
