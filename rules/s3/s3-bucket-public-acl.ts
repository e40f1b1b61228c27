import { defineRule, fix, type Peers, type ResourceView, remove, resourcesReferring, template } from '#kit';

export default defineRule({
  id: 's3-bucket-public-acl',
  title: 'S3 bucket is open to strangers by its ACL',
  on: 'AWS::S3::Bucket',
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_20', 'CKV_AWS_57'],
    cfn_nag: ['W31', 'F14'],
    guard: ['S3_BUCKET_PUBLIC_READ_ACL', 'S3_BUCKET_NO_PUBLIC_RW_ACL'],
    trivy: ['AWS-0092', 'AWS-0161'],
    kics: ['219f4c95', '07dda8de', '835d5497'],
  },
  controls: { 'aws-fsbp': ['S3.2', 'S3.3'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['1.4.4'] },
  why: 'PublicRead lets the world list the bucket, PublicReadWrite lets it upload and delete, and AuthenticatedRead means anyone with an AWS account, not anyone in yours.',
  remedy: 'Remove AccessControl, and serve public files through CloudFront with origin access control.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  ],
  check(bucket, report) {
    const acl = bucket.get('AccessControl');
    const block = bucket.get('PublicAccessBlockConfiguration');
    const isBlocked = block.get('IgnorePublicAcls').is(true) || block.get('BlockPublicAcls').is(true);
    const known = ACLS.find(({ name }) => acl.is(name));
    if (!known) return;
    const message = `${bucket.logicalId} ${known.message}`;
    report(acl, isBlocked ? `${message}, which its block of public access overrules` : message, {
      severity: isBlocked ? 'low' : known.severity,
      peers: isBlocked ? { ...known.peers, trivy: [] } : holdsTrail(bucket) ? withTrail(known.peers) : known.peers,
      fixes: [fix('Remove the public ACL', isBlocked ? 'safe' : 'behaviour', remove(acl))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicRead
                           # ^^^^^^^^^^
              WebsiteConfiguration:
                IndexDocument: index.html
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration:
                IndexDocument: index.html
      `,
    },
    {
      name: 'a block of public access overrules the ACL',
      bad: template`
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicReadWrite
                           # ^^^^^^^^^^^^^^^
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
      `,
      good: template`
        Resources:
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
      `,
    },
    {
      name: 'open in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !If [IsProd, Private, AuthenticatedRead]
                                                 # ^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !If [IsProd, Private, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'an ACL without default is unknown',
      silent: template`
        Parameters:
          Acl:
            Type: String
        Resources:
          Shared:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !Ref Acl
      `,
    },
  ],
});

const ACLS = [
  {
    name: 'PublicRead',
    message: 'lets the world list it',
    severity: 'critical',
    peers: {
      checkov: ['CKV_AWS_20'],
      cfn_nag: ['W31'],
      guard: ['S3_BUCKET_PUBLIC_READ_ACL'],
      trivy: ['AWS-0092'],
      kics: ['219f4c95'],
    },
  },
  {
    name: 'PublicReadWrite',
    message: 'lets the world list it, upload to it and delete from it',
    severity: 'critical',
    peers: {
      checkov: ['CKV_AWS_20', 'CKV_AWS_57'],
      cfn_nag: ['F14'],
      guard: ['S3_BUCKET_NO_PUBLIC_RW_ACL'],
      trivy: ['AWS-0092'],
      kics: ['07dda8de'],
    },
  },
  {
    name: 'AuthenticatedRead',
    message: 'lets anyone with an AWS account list it',
    severity: 'high',
    peers: { trivy: ['AWS-0092'], kics: ['835d5497'] },
  },
] as const;

function holdsTrail(bucket: ResourceView): boolean {
  return resourcesReferring(bucket, 'AWS::CloudTrail::Trail', 'S3BucketName', 'BucketName').length > 0;
}

/** The bucket of a trail has a check of its own. */
function withTrail(peers: (typeof ACLS)[number]['peers']): Peers {
  return { ...peers, trivy: [...peers.trivy, 'AWS-0161'] };
}
