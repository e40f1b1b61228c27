import type { Fragment } from '#edit';
import type { ResourceView } from '#evaluate';

/** Attributes of a resource beside Type and Properties, such as DeletionPolicy. */
type Attributes = { readonly [name: string]: Fragment };

/**
 * The body of a resource that accompanies another one. It takes over that one's Condition, so that both are made in the same
 * stacks; a reference to a resource that is not made fails the deployment.
 */
export function companion(of: ResourceView, type: string, properties: Fragment, attributes: Attributes = {}): Fragment {
  const { condition } = of.resource;
  return {
    Type: type,
    ...(condition === undefined ? {} : { Condition: condition }),
    ...attributes,
    Properties: properties,
  };
}

/**
 * The body of a bucket for logs: private, encrypted, versioned, kept when the stack goes, its logs deleted after a year.
 * Server access logs and most other logs can be written to it; a policy has to let them in. CloudFront's standard logs need
 * an ownership that admits access control lists: `BucketOwnerPreferred`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export function logBucketBody(
  of: ResourceView,
  ownership: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' = 'BucketOwnerEnforced',
): Fragment {
  const properties = {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'ExpireLogs',
          Status: 'Enabled',
          ExpirationInDays: 365,
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    },
  };
  return companion(of, 'AWS::S3::Bucket', properties, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
}

/** The body of a bucket policy for a bucket of the same template. */
export function bucketPolicyBody(of: ResourceView, bucketId: string, statements: readonly Fragment[]): Fragment {
  const properties = {
    Bucket: { Ref: bucketId },
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
  };
  return companion(of, 'AWS::S3::BucketPolicy', properties);
}

/** The bucket policy statement that turns away requests without TLS; the ARNs are those of the bucket and of its objects. */
export function denyPlainHttp(bucketArn: Fragment, objectsArn: Fragment): Fragment {
  return {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, objectsArn],
    Condition: { Bool: { 'aws:SecureTransport': false } },
  };
}

/** The two ARNs of a bucket of the same template: its own, and that of all its objects. */
export function bucketArns(bucketId: string): readonly [bucket: Fragment, objects: Fragment] {
  return [{ 'Fn::GetAtt': [bucketId, 'Arn'] }, { 'Fn::Sub': `\${${bucketId}.Arn}/*` }];
}

/**
 * The body of a KMS key of the stack's own: rotated, kept when the stack goes, administered by the account's IAM policies, and
 * usable by the AWS services that are named (such as `logs.amazonaws.com`) on behalf of this account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function kmsKeyBody(of: ResourceView, services: readonly string[] = []): Fragment {
  const account: Fragment = {
    Sid: 'AllowAccount',
    Effect: 'Allow',
    Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root` } },
    Action: 'kms:*',
    Resource: '*',
  };
  const sourced = services.filter((service) => service !== UNSOURCED);
  const limits = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
  const statements: readonly Fragment[] = [
    account,
    ...(sourced.length > 0 ? [{ ...keyUse('AllowServices', sourced), Condition: limits }] : []),
    ...(services.includes(UNSOURCED) ? [keyUse('AllowEventBridge', [UNSOURCED])] : []),
  ];
  const properties = { EnableKeyRotation: true, KeyPolicy: { Version: '2012-10-17', Statement: statements } };
  return companion(of, 'AWS::KMS::Key', properties, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
}

/** EventBridge names no source account when it uses the key of a topic or a queue. */
const UNSOURCED = 'events.amazonaws.com';

function keyUse(sid: string, services: readonly string[]): { readonly [name: string]: Fragment } {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { Service: services.length === 1 ? (services[0] ?? '') : services },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
  };
}
