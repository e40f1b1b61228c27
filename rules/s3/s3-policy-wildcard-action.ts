import { BUCKET_POLICY_TYPES, bucketPolicyDocument, defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 's3-policy-wildcard-action',
  title: 'S3 policy allows every action',
  on: BUCKET_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['F15'], guard: ['S3_BUCKET_POLICY_NO_WILDCARD_ACTION'], kics: ['4ae8af91'] },
  controls: { 'aws-fsbp': ['S3.6'], 'nist-800-53-r5': ['AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'With s3:* whoever was meant to read may also delete every version, switch off encryption and logging, and rewrite this very policy.',
  remedy: 'List the actions that are needed, such as s3:GetObject and s3:ListBucket.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html',
  ],
  check(policy, report) {
    for (const statement of statementsOf(bucketPolicyDocument(policy))) {
      if (!grants(statement)) continue;
      const every = statement.actions.find((action) => action.satisfies((text) => /^(?:\*|s3:\*)$/i.test(text)));
      if (every) report(every, `${policy.logicalId} allows every action of S3`);
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
                    Principal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    Action: s3:*
                          # ^^^^
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
                    Principal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    Action: [s3:GetObject, s3:PutObject]
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      name: 'every action outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Partner:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: exchange
              Policy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    Action: !If [IsProd, s3:GetObject, '*']
                                                     # ^^^
                    Resource: '*'
      `,
    },
    {
      name: 'a Deny of every action is a fence',
      silent: template`
        Resources:
          Fence:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      name: 'an action without default is unknown',
      silent: template`
        Parameters:
          Action:
            Type: String
        Resources:
          Partner:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    Action: !Ref Action
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
  ],
});
