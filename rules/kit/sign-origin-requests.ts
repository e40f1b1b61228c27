import type { Fix, Fragment, Intent } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { associatedWith, resourcesReferring } from '#insight';
import { bucketArns, bucketPolicyBody, companion, denyPlainHttp } from './companion.ts';
import { addResource, append, fix, set } from './fix.ts';

/**
 * Has CloudFront sign its requests to a bucket of the template: an origin access control, the origin with it, and the
 * bucket’s policy that lets this distribution in. Undefined for a bucket of elsewhere, whose policy cannot be written here.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function signOriginRequests(distribution: ResourceView, origin: Value): Fix | undefined {
  const identity = origin.get('S3OriginConfig.OriginAccessIdentity');
  const bucket = origin.get('DomainName').target()?.resource;
  if (!bucket) return undefined;
  const control = `${distribution.logicalId}AccessControl`;
  const body = companion(distribution, 'AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      Name: { 'Fn::Sub': `\${AWS::StackName}-${distribution.logicalId}` },
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  });
  return fix(
    'Sign requests to the bucket with an origin access control',
    'behaviour',
    set(origin.get('OriginAccessControlId'), { Ref: control }),
    ...(identity.is('') ? [] : [set(identity, '')]),
    addResource(control, body, distribution),
    letIn(distribution, bucket),
  );
}

function letIn(distribution: ResourceView, bucket: ResourceView): Intent | undefined {
  const id = distribution.logicalId;
  const statement: Fragment = {
    Sid: `Allow${id}`,
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: 's3:GetObject',
    Resource: { 'Fn::Sub': `\${${bucket.logicalId}.Arn}/*` },
    Condition: {
      ArnEquals: {
        'aws:SourceArn': { 'Fn::Sub': `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${id}}` },
      },
    },
  };
  const [policy] = resourcesReferring(bucket, 'AWS::S3::BucketPolicy', 'Bucket', 'BucketName');
  // What is made in other stacks than the distribution cannot refer to it.
  if (distribution.attribute('Condition').text() !== (policy ?? bucket).attribute('Condition').text()) return undefined;
  if (policy) return append(policy.get('PolicyDocument.Statement'), statement);
  // A bucket has one policy: another one must not meet it in another world.
  const declared = bucket.template.declared('AWS::S3::BucketPolicy');
  if (declared.some((other) => associatedWith(other.get('Bucket'), bucket, 'BucketName'))) return undefined;
  const statements = [statement, denyPlainHttp(...bucketArns(bucket.logicalId))];
  return addResource(`${bucket.logicalId}Policy`, bucketPolicyBody(bucket, bucket.logicalId, statements), bucket);
}
