import type { Fix } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { grants, resourcesReferring, statementsOf } from '#insight';
import { bucketArns, bucketPolicyBody, denyPlainHttp, logBucketBody } from './companion.ts';
import { addResource, fix, set } from './fix.ts';

/**
 * Has a bucket keep server access logs: in the bucket for access logs that the template has, or in a new one with its policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function sendAccessLogs(bucket: ResourceView, logging: Value): Fix | undefined {
  const known = findAccessLogBucket(bucket)?.logicalId;
  const id = known ?? 'AccessLogs';
  const setting = set(logging, { DestinationBucketName: { Ref: id }, LogFilePrefix: `${bucket.logicalId}/` });
  if (known !== undefined) return fix(`Send access logs to ${known}`, 'cost', setting);
  const policy = bucketPolicyBody(bucket, id, [allowAccessLogs(id), denyPlainHttp(...bucketArns(id))]);
  return fix(
    'Add a bucket for access logs',
    'cost',
    setting,
    addResource(id, logBucketBody(bucket), bucket),
    addResource(`${id}Policy`, policy, bucket),
  );
}

/** A bucket of the template to which any bucket of the account may write its access logs. */
function findAccessLogBucket(bucket: ResourceView): ResourceView | undefined {
  return bucket.template
    .resources('AWS::S3::Bucket')
    .find(
      (other) =>
        other.logicalId !== bucket.logicalId &&
        other.attribute('Condition').isAbsent &&
        (other.get('AccessControl').is('LogDeliveryWrite') || letsAccessLogsIn(other)),
    );
}

function letsAccessLogsIn(bucket: ResourceView): boolean {
  return resourcesReferring(bucket, 'AWS::S3::BucketPolicy', 'Bucket', 'BucketName').some((policy) =>
    statementsOf(policy.get('PolicyDocument')).some((statement) => {
      const source = statement.condition.get('ArnLike').get('aws:SourceArn');
      return (
        grants(statement) &&
        statement.principals.some(({ value }) => value.is('logging.s3.amazonaws.com')) &&
        statement.condition.get('ArnEquals').isAbsent &&
        (source.isAbsent || /:s3:::\*$/.test(source.pattern() ?? ''))
      );
    }),
  );
}

/** Any bucket of the account may log here, so that one policy serves them all. */
function allowAccessLogs(bucketId: string) {
  return {
    Sid: 'AllowAccessLogs',
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: { 'Fn::Sub': `\${${bucketId}.Arn}/*` },
    Condition: {
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      ArnLike: { 'aws:SourceArn': { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::*` } },
    },
  };
}
