import { BUCKET_POLICY_TYPES, bucketPolicyDocument, defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 's3-policy-not-principal',
  title: 'S3 policy allows everyone but a few',
  on: BUCKET_POLICY_TYPES,
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: { cfn_nag: ['F9'], guard: ['S3_BUCKETPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'NotPrincipal under Allow lets in everyone in the world who is not on the list, anonymous callers too. IAM means it for Deny alone.',
  remedy: 'Name those who are let in with Principal.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
  check(policy, report) {
    for (const statement of statementsOf(bucketPolicyDocument(policy))) {
      if (!grants(statement) || !statement.value.get('NotPrincipal').isGiven) continue;
      report(statement.value.get('NotPrincipal'), `${policy.logicalId} lets in everyone but those it names`);
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
                    NotPrincipal:
                  # ^^^^^^^^^^^^
                      AWS: arn:aws:iam::111122223333:role/Intern
                    Action: s3:GetObject
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
                    NotPrincipal: {AWS: 'arn:aws:iam::111122223333:role/Intern'}
                  # ^^^^^^^^^^^^
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
    {
      name: 'a Deny for all but a few is what NotPrincipal is for',
      silent: template`
        Resources:
          Fence:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: exchange
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    NotPrincipal: {AWS: 'arn:aws:iam::111122223333:role/Partner'}
                    Action: s3:*
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
                    NotPrincipal: {AWS: 'arn:aws:iam::111122223333:role/Intern'}
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::exchange/*
      `,
    },
  ],
});
