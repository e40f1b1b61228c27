import type { Fragment } from '#edit';
import type { ResourceView } from '#evaluate';
import { companion } from './companion.ts';

/**
 * The body of a KMS key for log groups: administered by the account's IAM policies, used by CloudWatch Logs for the log groups of
 * this account and region.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsKeyBody(of: ResourceView): Fragment {
  const groups = { 'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*' };
  return keyBody(of, [
    {
      Sid: 'AllowLogs',
      Effect: 'Allow',
      Principal: { Service: { 'Fn::Sub': 'logs.${AWS::Region}.amazonaws.com' } },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
    },
  ]);
}

/**
 * The body of a KMS key for trails: administered by the account's IAM policies, used by CloudTrail for the trails of this account.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function trailKeyBody(of: ResourceView): Fragment {
  const trails = { 'Fn::Sub': 'arn:${AWS::Partition}:cloudtrail:*:${AWS::AccountId}:trail/*' };
  return keyBody(of, [
    {
      Sid: 'AllowTrails',
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: { StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': trails } },
    },
    {
      Sid: 'AllowTrailsToLook',
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:DescribeKey',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    },
  ]);
}

function keyBody(of: ResourceView, statements: readonly Fragment[]): Fragment {
  const account: Fragment = {
    Sid: 'AllowAccount',
    Effect: 'Allow',
    Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
    Action: 'kms:*',
    Resource: '*',
  };
  const properties = {
    EnableKeyRotation: true,
    KeyPolicy: { Version: '2012-10-17', Statement: [account, ...statements] },
  };
  return companion(of, 'AWS::KMS::Key', properties, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
}

/** The body of a log group that keeps its entries for a year, encrypted with the key of a logical id if one is given. */
export function logGroupBody(of: ResourceView, key?: string): Fragment {
  const retention: Fragment = { RetentionInDays: 365 };
  const encrypted: Fragment = { RetentionInDays: 365, KmsKeyId: { 'Fn::GetAtt': [key ?? '', 'Arn'] } };
  return companion(of, 'AWS::Logs::LogGroup', key === undefined ? retention : encrypted);
}
