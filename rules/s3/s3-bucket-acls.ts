import { defineRule, fix, isLogDestination, remove, set, template } from '#kit';

export default defineRule({
  id: 's3-bucket-acls',
  title: 'S3 bucket still uses access control lists',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { security_hub: ['S3.12'] },
  controls: { 'aws-fsbp': ['S3.12'], 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'ACLs are a second, older way to give access that no policy shows, and let a writer from another account keep the objects it uploads to itself. New buckets have had them off since April 2023; this one turns them on. Buckets that receive logs are left alone: some services still need them.',
  remedy: 'Set ObjectOwnership to BucketOwnerEnforced, remove AccessControl, and give access by policy.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html'],
  check(bucket, report) {
    const acl = bucket.get('AccessControl');
    const [rule] = bucket.get('OwnershipControls.Rules').items();
    const ownership = rule?.get('ObjectOwnership');
    const usesAcl = acl.is('AwsExecRead', 'BucketOwnerRead', 'BucketOwnerFullControl');
    const allowsAcls = ownership?.is('BucketOwnerPreferred', 'ObjectWriter') ?? false;
    if (!(usesAcl || allowsAcls) || isLogDestination(bucket)) return;
    report(usesAcl || !ownership ? acl : ownership, `${bucket.logicalId} gives access by access control lists`, {
      fixes: [
        fix(
          'Turn access control lists off',
          'behaviour',
          ...(acl.isGiven ? [remove(acl)] : []),
          ...(ownership && allowsAcls ? [set(ownership, 'BucketOwnerEnforced')] : []),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: ObjectWriter
                                   # ^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerEnforced
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !If [IsProd, !Ref AWS::NoValue, BucketOwnerFullControl]
                                                           # ^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !If [IsProd, !Ref AWS::NoValue, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a bucket that CloudFront writes its logs to needs them',
      silent: template`
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerPreferred
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Logging:
                  Bucket: !GetAtt Logs.DomainName
      `,
    },
    {
      name: 'an ownership without default is unknown',
      silent: template`
        Parameters:
          Ownership:
            Type: String
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: !Ref Ownership
      `,
    },
  ],
});
