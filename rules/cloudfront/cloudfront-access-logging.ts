import {
  addResource,
  bucketArns,
  bucketPolicyBody,
  defineRule,
  denyPlainHttp,
  fix,
  logBucketBody,
  type ResourceView,
  set,
  template,
} from '#kit';

export default defineRule({
  id: 'cloudfront-access-logging',
  title: 'CloudFront distribution keeps no access log',
  on: 'AWS::CloudFront::Distribution',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_86'],
    cfn_nag: ['W10'],
    guard: ['CLOUDFRONT_ACCESSLOGS_ENABLED'],
    trivy: ['AWS-0010'],
    cdk_nag: ['CloudFrontDistributionAccessLogging', 'AwsSolutions-CFR3'],
    kics: ['de77cd9f'],
    security_hub: ['CloudFront.5'],
  },
  controls: { 'aws-fsbp': ['CloudFront.5'], 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'The edge answers most requests itself, so the origin’s log does not show who asked for what, from where, and who is trying the doors.',
  remedy: 'Send access logs to a bucket, or add a log delivery for the distribution.',
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html'],
  check(distribution, report) {
    const logging = distribution.get('DistributionConfig.Logging');
    const bucket = logging.get('Bucket');
    if (!bucket.isAbsent || hasDelivery(distribution)) return;
    report(logging, `${distribution.logicalId} keeps no log of requests`, {
      fixes: [
        fix(
          'Add a bucket for access logs',
          'cost',
          set(bucket, { 'Fn::GetAtt': ['EdgeLogs', 'RegionalDomainName'] }),
          ...(logging.get('Prefix').isAbsent ? [set(logging.get('Prefix'), `${distribution.logicalId}/`)] : []),
          // CloudFront writes standard logs by way of an ACL.
          addResource('EdgeLogs', logBucketBody(distribution, 'BucketOwnerPreferred'), distribution),
          addResource(
            'EdgeLogsPolicy',
            bucketPolicyBody(distribution, 'EdgeLogs', [denyPlainHttp(...bucketArns('EdgeLogs'))]),
            distribution,
          ),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
            # ^^^^^^^^^^^^^^^^^^
                Enabled: true
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Logging:
                  Bucket: !GetAtt EdgeLogs.RegionalDomainName
                  Prefix: Site/
          EdgeLogs:
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
                  - ObjectOwnership: BucketOwnerPreferred
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
          EdgeLogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref EdgeLogs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt EdgeLogs.Arn
                      - !Sub '\${EdgeLogs.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Logging: !If [IsProd, {Bucket: logs.s3.amazonaws.com}, !Ref AWS::NoValue]
              # ^^^^^^^
      `,
    },
    {
      name: 'logs that a delivery of CloudWatch Logs takes',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
          Source:
            Type: AWS::Logs::DeliverySource
            Properties:
              Name: site
              LogType: ACCESS_LOGS
              ResourceArn: !Sub arn:aws:cloudfront::\${AWS::AccountId}:distribution/\${Site}
      `,
    },
    {
      name: 'a configuration that a macro completes is unknown',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Fn::Transform:
                  Name: Site
                  Parameters: {}
      `,
    },
  ],
});

function hasDelivery(distribution: ResourceView): boolean {
  return distribution.template.resources('AWS::Logs::DeliverySource').some((source) =>
    source
      .get('ResourceArn')
      .targets()
      .some(({ resource }) => resource.logicalId === distribution.logicalId),
  );
}
