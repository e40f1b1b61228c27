import type { Fix, Fragment } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { companion } from './companion.ts';
import { addParameter, addResource, fix, set } from './fix.ts';

/**
 * Has a bucket replicate every object to a bucket that a new parameter names, with versioning, and with a role that may do
 * just that. https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
 */
export function replicateElsewhere(bucket: ResourceView, replication: Value): Fix | undefined {
  const role = `${bucket.logicalId}ReplicationRole`;
  const versioning = bucket.get('VersioningConfiguration.Status');
  const rule: Fragment = {
    Id: 'CopyAll',
    Status: 'Enabled',
    Priority: 1,
    Filter: { Prefix: '' },
    DeleteMarkerReplication: { Status: 'Disabled' },
    Destination: { Bucket: { Ref: 'ReplicaBucketArn' } },
  };
  return fix(
    'Replicate to a bucket that a parameter names',
    'cost',
    set(replication, { Role: { 'Fn::GetAtt': [role, 'Arn'] }, Rules: [rule] }),
    ...(versioning.is('Enabled') ? [] : [set(versioning, 'Enabled')]),
    addResource(role, replicationRole(bucket), bucket),
    addResource(`${bucket.logicalId}ReplicationPolicy`, replicationPolicy(bucket, role), bucket),
    addParameter('ReplicaBucketArn', {
      Type: 'String',
      Description: 'The ARN of a versioned bucket in another region that the copies go to',
      AllowedPattern: '^arn:aws[a-z-]*:s3:::[a-z0-9.-]{3,63}$',
    }),
  );
}

function replicationRole(bucket: ResourceView): Fragment {
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  };
  return companion(bucket, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
  });
}

/** A policy of its own, since one inside the role that the bucket refers to could not refer to the bucket. */
function replicationPolicy(bucket: ResourceView, role: string): Fragment {
  const { logicalId } = bucket;
  return companion(bucket, 'AWS::IAM::ManagedPolicy', {
    Roles: [{ Ref: role }],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
          Resource: { 'Fn::GetAtt': [logicalId, 'Arn'] },
        },
        {
          Effect: 'Allow',
          Action: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
          Resource: { 'Fn::Sub': `\${${logicalId}.Arn}/*` },
        },
        {
          Effect: 'Allow',
          Action: ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
          Resource: { 'Fn::Sub': `\${ReplicaBucketArn}/*` },
        },
      ],
    },
  });
}
