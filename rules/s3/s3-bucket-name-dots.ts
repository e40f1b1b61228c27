import { defineRule, fix, readText, remove, template } from '#kit';

export default defineRule({
  id: 's3-bucket-name-dots',
  title: 'S3 bucket has dots in its name',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { trivy: ['AWS-0320'] },
  controls: { 'nist-800-53-r5': ['SC-8'] },
  why: 'The certificate of S3 covers one label before s3.amazonaws.com, so a name with dots fails verification when it is used as a host name, and clients are tempted to switch verification off. Transfer acceleration does not take it either. Buckets for websites have to be named after their domain and are left alone.',
  remedy: 'Let CloudFormation name the bucket, or use hyphens.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  check(bucket, report) {
    const name = bucket.get('BucketName');
    const literal = readText(name)?.replace(/\$\{[^}]*\}/g, '') ?? '';
    if (!literal.includes('.') || !bucket.get('WebsiteConfiguration').isAbsent) return;
    report(name, `${bucket.logicalId} has a name with dots, which TLS cannot verify as a host name`, {
      fixes: [fix('Let CloudFormation choose the name', 'replacement', remove(name))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: data.example.com
                        # ^^^^^^^^^^^^^^^^
              VersioningConfiguration:
                Status: Enabled
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: Enabled
      `,
    },
    {
      when: 'IsProd is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: !If [IsProd, !Sub 'data.\${AWS::AccountId}', !Ref AWS::NoValue]
                                     # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: !If [IsProd, !Ref AWS::NoValue, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a bucket for a website is named after its domain',
      silent: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: www.example.com
              WebsiteConfiguration:
                IndexDocument: index.html
      `,
    },
    {
      name: 'a name without default is unknown',
      silent: template`
        Parameters:
          Name:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: !Ref Name
      `,
    },
  ],
});
