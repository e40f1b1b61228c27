import { defineRule, fix, remove, resourcesReferring, statementsOf, template } from '#kit';

export default defineRule({
  id: 's3-bucket-website',
  title: 'S3 bucket serves a website by itself',
  on: 'AWS::S3::Bucket',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['S3WebBucketOAIAccess', 'AwsSolutions-S5'], kics: ['90501b1b'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'SC-8'] },
  why: 'The website endpoint of S3 speaks no HTTPS and needs a bucket that the world can read. CloudFront with origin access control serves the same files over TLS from a private bucket.',
  remedy: 'Remove WebsiteConfiguration and serve the bucket through CloudFront with origin access control.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  check(bucket, report) {
    const website = bucket.get('WebsiteConfiguration');
    // A bucket that only redirects holds nothing to protect.
    if (!website.isMap || !website.get('RedirectAllRequestsTo').isAbsent) return;
    const isForCloudFront = resourcesReferring(bucket, 'AWS::S3::BucketPolicy', 'Bucket', 'BucketName')
      .flatMap((policy) => statementsOf(policy.get('PolicyDocument')))
      .some(({ principals }) =>
        principals.some(({ kind, value }) => kind === 'CanonicalUser' || value.is('cloudfront.amazonaws.com')),
      );
    report(website, `${bucket.logicalId} serves a website without HTTPS from a bucket that must be public`, {
      peers: { kics: ['90501b1b'], cdk_nag: isForCloudFront ? [] : ['S3WebBucketOAIAccess', 'AwsSolutions-S5'] },
      fixes: [fix('Remove the website endpoint', 'behaviour', remove(website))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^
                IndexDocument: index.html
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties: {}
      `,
    },
    {
      when: 'Preview is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          Preview: !Equals [!Ref Env, preview]
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration: !If [Preview, {IndexDocument: index.html}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          Preview: !Equals [!Ref Env, preview]
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration: !If [Preview, !Ref AWS::NoValue, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a bucket that only redirects',
      silent: template`
        Resources:
          Redirect:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration:
                RedirectAllRequestsTo:
                  HostName: www.example.com
                  Protocol: https
      `,
    },
    {
      name: 'properties that a macro completes are unknown',
      silent: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              Fn::Transform:
                Name: Website
                Parameters: {}
      `,
    },
  ],
});
