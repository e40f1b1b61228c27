import { BUCKET_POLICY_TYPES, bucketPolicyDocument, defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 's3-policy-not-action',
  title: 'S3 policy allows all actions but a few',
  on: BUCKET_POLICY_TYPES,
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W20'], guard: ['S3_BUCKET_POLICY_NO_ALLOW_PLUS_NOT_ACTION'] },
  controls: { 'nist-800-53-r5': ['AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'NotAction under Allow grants whatever it does not name, changes of the policy and deletes included, and everything S3 learns to do later.',
  remedy: 'Replace NotAction by an Action list of what is needed.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  check(policy, report) {
    for (const statement of statementsOf(bucketPolicyDocument(policy))) {
      if (!grants(statement) || !statement.value.get('NotAction').isGiven) continue;
      report(statement.value.get('NotAction'), `${policy.logicalId} allows every action but those it names`);
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
                    NotAction: s3:DeleteBucket
                             # ^^^^^^^^^^^^^^^
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
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      name: 'an Allow in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Partner:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: !If [IsProd, Deny, Allow]
                    Principal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    NotAction: [s3:DeleteBucket]
                  # ^^^^^^^^^
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      name: 'a Deny of all but a few narrows down',
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
                    NotAction: s3:GetObject
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      name: 'an effect without default is unknown',
      silent: template`
        Parameters:
          Effect:
            Type: String
        Resources:
          Partner:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: !Ref Effect
                    Principal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    NotAction: s3:DeleteBucket
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
  ],
});
