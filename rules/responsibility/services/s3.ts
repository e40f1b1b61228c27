import type { ServiceKnowledge } from '../types.ts';

export const s3: ServiceKnowledge = {
  id: 's3',
  name: 'Amazon S3',
  class: 'abstracted',
  types: ['AWS::S3::', 'AWS::S3Express::', 'AWS::S3ObjectLambda::'],
  summary: 'Object storage in buckets.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You decide who reads and writes by IAM policies and the bucket policy; ACLs are off by default and should stay so.',
      notes: [
        'IAM policies control users of your account, ACLs other accounts, and bucket policies both accounts and users.',
        'Presigned URLs (query string authentication) share an object for a set time, with the rights of whoever signed.',
        'Cross-origin resource sharing (CORS) lets browsers on other origins read the bucket: name those origins, not a star.',
      ],
      properties: {
        'AWS::S3::BucketPolicy': ['PolicyDocument'],
        'AWS::S3::Bucket': ['AccessControl', 'OwnershipControls', 'CorsConfiguration'],
        'AWS::S3::AccessPoint': ['Policy'],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-iam.html',
      since:
        'AWS once counted S3 among the services wholly under your control; new buckets disable ACLs since April 2023.',
    },
    'network-exposure': {
      who: 'shared',
      sentence:
        'AWS blocks public access to new buckets by default; you keep all four settings on and open no bucket by policy or ACL.',
      properties: {
        'AWS::S3::Bucket': ['PublicAccessBlockConfiguration', 'WebsiteConfiguration'],
        'AWS::S3::AccessPoint': ['PublicAccessBlockConfiguration', 'VpcConfiguration'],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      since: 'Block Public Access has been on for every new bucket since April 2023.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts every new object with SSE-S3; server-side encryption with your KMS key or client-side encryption is your choice.',
      notes: ['Metadata you add to an object is not encrypted by your key, so keep anything private out of it.'],
      properties: {
        'AWS::S3::Bucket': ['BucketEncryption'],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingEncryption.html',
      since: 'Server-side encryption became the default for all new objects in January 2023.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS offers TLS endpoints; you deny plain HTTP in the bucket policy with aws:SecureTransport.',
      properties: {
        'AWS::S3::BucketPolicy': ['PolicyDocument'],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
      since: 'What were SSL endpoints are TLS 1.2 and 1.3 today, but plain HTTP is still answered unless you deny it.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        'AWS holds SSE-S3 keys; with SSE-KMS you hold the key policy, and a bucket key keeps the calls to KMS few.',
      properties: {
        'AWS::S3::Bucket': [
          'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID',
          'BucketEncryption.ServerSideEncryptionConfiguration[].BucketKeyEnabled',
        ],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence:
        'You turn on access logs for requests to the bucket and its objects, or CloudTrail data events; neither is on by itself.',
      properties: {
        'AWS::S3::Bucket': ['LoggingConfiguration'],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS stores each PUT and COPY across several facilities before it returns success; versioning against your own deletes is yours.',
      properties: {
        'AWS::S3::Bucket': [
          'VersioningConfiguration',
          'ObjectLockEnabled',
          'ReplicationConfiguration',
          'LifecycleConfiguration',
        ],
      },
      link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/DataDurability.html',
    },
    'media-sanitization': {
      who: 'aws',
      sentence: 'AWS removes the name of a deleted object at once, reclaims its space later and sanitizes the disks.',
    },
  },
  overrides: {
    'AWS::S3::BucketPolicy': {
      'identity-access': {
        who: 'you',
        sentence:
          'You write who may do what with this bucket; a principal of * without a condition is everyone on the internet.',
        properties: {
          'AWS::S3::BucketPolicy': ['PolicyDocument'],
        },
      },
    },
    'AWS::S3::AccessPoint': {
      'identity-access': {
        who: 'you',
        sentence:
          'You give one application its own policy and may bind it to a VPC; the bucket policy must delegate to it.',
        properties: {
          'AWS::S3::AccessPoint': ['Policy', 'VpcConfiguration'],
        },
      },
    },
  },
  carries: {
    'AWS::S3::BucketPolicy': ['identity-access', 'network-exposure', 'encryption-in-transit'],
    'AWS::S3::AccessPoint': ['identity-access', 'network-exposure'],
    'AWS::S3::MultiRegionAccessPointPolicy': ['identity-access'],
    'AWS::S3::AccessGrant*': ['identity-access'],
    'AWS::S3::StorageLens*': ['logging-monitoring'],
    'AWS::S3Express::BucketPolicy': ['identity-access', 'network-exposure'],
    'AWS::S3Express::AccessPoint': ['identity-access', 'network-exposure'],
    'AWS::S3ObjectLambda::AccessPoint': ['identity-access', 'network-exposure'],
    'AWS::S3ObjectLambda::AccessPointPolicy': ['identity-access'],
  },
};
