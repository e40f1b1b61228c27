import {
  addResource,
  bucketArns,
  bucketPolicyBody,
  defineRule,
  denyPlainHttp,
  fix,
  logBucketBody,
  set,
  template,
} from '#kit';

export default defineRule({
  id: 'emr-logging',
  title: 'Logs of an EMR cluster go with it',
  on: 'AWS::EMR::Cluster',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['EMRS3AccessLogging', 'AwsSolutions-EMR2'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-4', 'AU-9(2)'] },
  why: 'Logs lie on the instances, and clusters come and go: what ran, and who logged in, is lost with the cluster unless logs are copied to S3.',
  remedy: 'Set LogUri to a place in a bucket.',
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html'],
  check(cluster, report) {
    const uri = cluster.get('LogUri');
    if (!uri.isAbsent) return;
    const bucket = `${cluster.logicalId}Logs`;
    report(uri, `The logs of ${cluster.logicalId} go with it`, {
      fixes: () => [
        fix(
          'Copy logs to a new bucket (replaces the cluster; its role must be allowed to write there)',
          'replacement',
          addResource(bucket, logBucketBody(cluster), cluster),
          addResource(
            `${bucket}Policy`,
            bucketPolicyBody(cluster, bucket, [denyPlainHttp(...bucketArns(bucket))]),
            cluster,
          ),
          set(uri, { 'Fn::Sub': `s3://\${${bucket}}/` }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Jobs:
        # ^^^^
            Type: AWS::EMR::Cluster
            Properties:
              ReleaseLabel: emr-7.10.0
      `,
      good: template`
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              ReleaseLabel: emr-7.10.0
              LogUri: !Sub 's3://\${JobsLogs}/'
          JobsLogs:
            Type: AWS::S3::Bucket
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerEnforced
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
              VersioningConfiguration:
                Status: Enabled
              LifecycleConfiguration:
                Rules:
                  - Id: ExpireLogs
                    Status: Enabled
                    ExpirationInDays: 365
                    NoncurrentVersionExpiration:
                      NoncurrentDays: 30
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
          JobsLogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref JobsLogs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt JobsLogs.Arn
                      - !Sub '\${JobsLogs.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              LogUri: !If [IsProd, s3://logs/jobs/, !Ref AWS::NoValue]
            # ^^^^^^
      `,
    },
    {
      name: 'a place that is chosen at deployment',
      silent: template`
        Parameters:
          Logs: {Type: String}
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties: {LogUri: !Ref Logs}
      `,
    },
  ],
});
