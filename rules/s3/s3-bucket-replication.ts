import { defineRule, isLogDestination, type ResourceView, replicateElsewhere, template } from '#kit';

export default defineRule({
  id: 's3-bucket-replication',
  title: 'S3 bucket has no copy elsewhere',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['S3_BUCKET_REPLICATION_ENABLED'],
    cdk_nag: ['S3BucketReplicationEnabled'],
    security_hub: ['S3.7'],
  },
  controls: { 'nist-800-53-r5': ['CP-6', 'CP-9', 'CP-10', 'SC-36'], 'pci-dss-4': ['10.3.3'] },
  why: 'S3 keeps objects in several data centers of one region. Only a replica in another region or account survives the loss of the region, or of the account to an intruder.',
  remedy: 'Replicate to a versioned bucket in another region, best of another account.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  check(bucket, report) {
    const replication = bucket.get('ReplicationConfiguration');
    const rules = replication.get('Rules');
    const isOff = !rules.isOpen && rules.items().every((rule) => rule.get('Status').isNot('Enabled'));
    if (!(replication.isAbsent || isOff) || isLogDestination(bucket) || isReplica(bucket)) return;
    const isSaid = rules.items().some((rule) => !rule.get('Status').isAbsent);
    report(replication, `${bucket.logicalId} has no copy in another region or account`, {
      // The others do not ask whether a rule is on.
      ...(replication.isAbsent || isSaid ? {} : { peers: { security_hub: ['S3.7'] } }),
      fixes: [replication.isAbsent ? replicateElsewhere(bucket, replication) : undefined],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Records:
        # ^^^^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Parameters:
          ReplicaBucketArn:
            Type: String
            Description: The ARN of a versioned bucket in another region that the copies go to
            AllowedPattern: '^arn:aws[a-z-]*:s3:::[a-z0-9.-]{3,63}$'
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
                Role: !GetAtt RecordsReplicationRole.Arn
                Rules:
                  - Id: CopyAll
                    Status: Enabled
                    Priority: 1
                    Filter:
                      Prefix: ''
                    DeleteMarkerReplication:
                      Status: Disabled
                    Destination:
                      Bucket: !Ref ReplicaBucketArn
              VersioningConfiguration:
                Status: Enabled
          RecordsReplicationRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
          RecordsReplicationPolicy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Roles:
                - !Ref RecordsReplicationRole
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action:
                      - s3:GetReplicationConfiguration
                      - s3:ListBucket
                    Resource: !GetAtt Records.Arn
                  - Effect: Allow
                    Action:
                      - s3:GetObjectVersionAcl
                      - s3:GetObjectVersionForReplication
                      - s3:GetObjectVersionTagging
                    Resource: !Sub '\${Records.Arn}/*'
                  - Effect: Allow
                    Action:
                      - s3:ReplicateDelete
                      - s3:ReplicateObject
                      - s3:ReplicateTags
                    Resource: !Sub '\${ReplicaBucketArn}/*'
      `,
    },
    {
      name: 'replication that is switched off outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^^^
                Role: arn:aws:iam::111122223333:role/replicate
                Rules:
                  - Status: !If [IsProd, Enabled, Disabled]
                    Destination: {Bucket: 'arn:aws:s3:::replica'}
      `,
    },
    {
      name: 'a replica is not replicated again',
      silent: template`
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
                Role: arn:aws:iam::111122223333:role/replicate
                Rules:
                  - Status: Enabled
                    Destination: {Bucket: !GetAtt Replica.Arn}
          Replica:
            Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'a status without default is unknown',
      silent: template`
        Parameters:
          Replicate:
            Type: String
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
                Role: arn:aws:iam::111122223333:role/replicate
                Rules:
                  - Status: !Ref Replicate
                    Destination: {Bucket: 'arn:aws:s3:::replica'}
      `,
    },
    {
      name: 'no rule is on',
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^^^
                Role: !ImportValue Replicator
                Rules: []
      `,
    },
  ],
});

function isReplica(bucket: ResourceView): boolean {
  return bucket.template
    .referrers(bucket, 'AWS::S3::Bucket')
    .flatMap((other) => other.get('ReplicationConfiguration.Rules').items())
    .some((rule) =>
      rule
        .get('Destination.Bucket')
        .targets()
        .some(({ resource }) => resource.logicalId === bucket.logicalId),
    );
}
