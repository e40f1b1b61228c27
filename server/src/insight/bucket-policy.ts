import type { ResourceView, Value } from '#evaluate';

/** Where the types whose policies let people into S3 buckets hold their policy document. */
const DOCUMENTS: { readonly [type: string]: string } = {
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::S3Express::BucketPolicy': 'PolicyDocument',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::S3::MultiRegionAccessPointPolicy': 'Policy',
  'AWS::S3Express::AccessPoint': 'Policy',
  'AWS::S3ObjectLambda::AccessPointPolicy': 'PolicyDocument',
  'AWS::S3Tables::TableBucketPolicy': 'ResourcePolicy',
  'AWS::S3Tables::TablePolicy': 'ResourcePolicy',
  'AWS::S3Vectors::VectorBucketPolicy': 'Policy',
};

/** The types whose policies let people into S3 buckets. */
export const BUCKET_POLICY_TYPES: readonly string[] = Object.keys(DOCUMENTS);

/** The policy document of one of these types. */
export function bucketPolicyDocument(policy: ResourceView): Value {
  return policy.get(DOCUMENTS[policy.type] ?? 'PolicyDocument');
}
