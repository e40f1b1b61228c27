import { defineRule, isLogDestination, sendAccessLogs, template } from '#kit';

export default defineRule({
  id: 's3-bucket-logging',
  title: 'S3 bucket keeps no access log',
  on: 'AWS::S3::Bucket',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_18'],
    cfn_nag: ['W35'],
    guard: ['S3_BUCKET_LOGGING_ENABLED'],
    trivy: ['AWS-0089'],
    cdk_nag: ['S3BucketLoggingEnabled', 'AwsSolutions-S1'],
    kics: ['4552b71f'],
    security_hub: ['S3.9'],
  },
  controls: { 'aws-fsbp': ['S3.9'], 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Without an access log nobody can tell afterwards which objects were read, by whom and from where; CloudTrail does not record object reads unless data events are paid for. A bucket that receives logs is left alone: logging into itself would never end.',
  remedy: 'Send server access logs to a bucket that is kept for logs.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
  ],
  check(bucket, report) {
    const logging = bucket.get('LoggingConfiguration');
    if (!logging.isAbsent || isLogDestination(bucket)) return;
    report(logging, `${bucket.logicalId} keeps no log of who reads and writes its objects`, {
      fixes: () => [sendAccessLogs(bucket, logging)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration:
                DestinationBucketName: !Ref AccessLogs
                LogFilePrefix: Data/
          AccessLogs:
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
          AccessLogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref AccessLogs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccessLogs
                    Effect: Allow
                    Principal:
                      Service: logging.s3.amazonaws.com
                    Action: s3:PutObject
                    Resource: !Sub '\${AccessLogs.Arn}/*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                      ArnLike:
                        aws:SourceArn: !Sub 'arn:\${AWS::Partition}:s3:::*'
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt AccessLogs.Arn
                      - !Sub '\${AccessLogs.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a bucket for access logs that is there already is used, and is exempt itself',
      bad: template`
        Resources:
          Orders:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration:
                DestinationBucketName: !Ref Logs
          Invoices:
        # ^^^^^^^^
            Type: AWS::S3::Bucket
          Logs:
            Type: AWS::S3::Bucket
          LogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Logs
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: logging.s3.amazonaws.com
                    Action: s3:PutObject
                    Resource: !Sub \${Logs.Arn}/*
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration:
                DestinationBucketName: !Ref Logs
          Invoices:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration:
                DestinationBucketName: !Ref Logs
                LogFilePrefix: Invoices/
          Logs:
            Type: AWS::S3::Bucket
          LogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Logs
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: logging.s3.amazonaws.com
                    Action: s3:PutObject
                    Resource: !Sub \${Logs.Arn}/*
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
      `,
    },
    {
      name: 'a bucket that is not logged in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          LogBucket:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration: !If [IsProd, {DestinationBucketName: !Ref LogBucket}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a bucket that a trail or a load balancer writes its logs to is exempt',
      silent: template`
        Resources:
          TrailLogs:
            Type: AWS::S3::Bucket
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: !Ref TrailLogs
          BalancerLogs:
            Type: AWS::S3::Bucket
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              LoadBalancerAttributes:
                - Key: access_logs.s3.bucket
                  Value: !Ref BalancerLogs
      `,
    },
    {
      name: 'a bucket whose policy lets a service in that writes logs is exempt',
      silent: template`
        Resources:
          Logs:
            Type: AWS::S3::Bucket
          LogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Logs
              PolicyDocument:
                Statement:
                  Effect: Allow
                  Principal: {Service: [delivery.logs.amazonaws.com]}
                  Action: s3:PutObject
                  Resource: !Sub \${Logs.Arn}/*
      `,
    },
    {
      name: 'a destination without default is unknown',
      silent: template`
        Parameters:
          LogBucket:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration:
                DestinationBucketName: !Ref LogBucket
      `,
    },
  ],
});
