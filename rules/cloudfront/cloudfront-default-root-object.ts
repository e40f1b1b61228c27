import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-default-root-object',
  title: 'CloudFront distribution answers for its root with what the origin says',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { guard: ['CLOUDFRONT_DEFAULT_ROOT_OBJECT_CONFIGURED'], security_hub: ['CloudFront.1'] },
  controls: { 'aws-fsbp': ['CloudFront.1'], 'nist-800-53-r5': ['SC-7'] },
  why: 'Without a default root object a request for / goes to the origin as it is, and a bucket that may be listed answers with the names of all its objects.',
  remedy: 'Set DefaultRootObject, such as index.html.',
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html'],
  check(distribution, report) {
    const config = distribution.get('DistributionConfig');
    const root = config.get('DefaultRootObject');
    if (!root.isAbsent && !root.is('')) return;
    const origins = config.get('Origins').items();
    const servesFiles =
      origins.length > 0 &&
      origins.every((origin) =>
        origin
          .get('DomainName')
          .targets()
          .some(({ resource }) => resource.type === 'AWS::S3::Bucket'),
      );
    report(root, `${distribution.logicalId} passes requests for / on to the origin`, {
      fixes: [servesFiles ? fix('Serve index.html for /', 'behaviour', set(root, 'index.html')) : undefined],
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
                Origins:
                  - Id: files
                    DomainName: !GetAtt Files.RegionalDomainName
          Files:
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: files
                    DomainName: !GetAtt Files.RegionalDomainName
                DefaultRootObject: index.html
          Files:
            Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'what an application serves at its root is not to be guessed',
      when: 'HasRoot is false',
      bad: template`
        Parameters:
          Root:
            Type: String
        Conditions:
          HasRoot: !Not [!Equals [!Ref Root, '']]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultRootObject: !If [HasRoot, !Ref Root, !Ref AWS::NoValue]
              # ^^^^^^^^^^^^^^^^^
                Origins:
                  - Id: app
                    DomainName: app.example.com
      `,
    },
    {
      name: 'a root object that another stack exports',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                DefaultRootObject: !ImportValue Root
      `,
    },
  ],
});
