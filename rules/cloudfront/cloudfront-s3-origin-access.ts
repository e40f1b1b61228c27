import { defineRule, describe, readText, signOriginRequests, template, type Value } from '#kit';

const OPEN = {
  guard: ['CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED'],
  cdk_nag: ['CloudFrontDistributionS3OriginAccessControl', 'AwsSolutions-CFR7'],
  security_hub: ['CloudFront.2', 'CloudFront.13'],
};
const OLD = { cdk_nag: OPEN.cdk_nag, security_hub: ['CloudFront.13'] };
const RTMP = { cdk_nag: ['CloudFrontDistributionS3OriginAccessIdentity', 'AwsSolutions-CFR6'] };

export default defineRule({
  id: 'cloudfront-s3-origin-access',
  title: 'CloudFront reads a bucket that must be public',
  on: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::StreamingDistribution'],
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { ...OPEN, cdk_nag: [...OPEN.cdk_nag, ...RTMP.cdk_nag] },
  controls: { 'aws-fsbp': ['CloudFront.13'], 'nist-800-53-r5': ['AC-3', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'CloudFront that signs no requests can read the bucket only if everyone can, past its HTTPS, its firewall and its logs. Origin access control signs them; it succeeds origin access identities, which know neither SSE-KMS nor the newer regions.',
  remedy: 'Give the origin an origin access control, and let only the distribution in by the bucket’s policy.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  check(distribution, report) {
    if (distribution.type === 'AWS::CloudFront::StreamingDistribution') {
      const origin = distribution.get('StreamingDistributionConfig.S3Origin');
      if (!origin.isMap || !isEmpty(origin.get('OriginAccessIdentity'))) return;
      report(origin, `${distribution.logicalId} reads a bucket that must be public`, { peers: RTMP });
      return;
    }
    const config = distribution.get('DistributionConfig');
    // Templates of before 2012 name a bucket so.
    const oldest = config.get('S3Origin');
    if (oldest.isMap && isEmpty(oldest.get('OriginAccessIdentity'))) {
      report(oldest, `${distribution.logicalId} reads a bucket that must be public`, { peers: OPEN });
    }
    for (const origin of config.get('Origins').items()) {
      const domain = origin.get('DomainName');
      if (!isBucket(domain) || !isEmpty(origin.get('OriginAccessControlId'))) continue;
      const identity = origin.get('S3OriginConfig.OriginAccessIdentity');
      if (identity.isUnknown && !identity.isGiven) continue;
      const isOpen = isEmpty(identity);
      const name = domain.targets()[0]?.resource.logicalId ?? describe(domain) ?? 'its bucket';
      const message = isOpen
        ? `reads ${name} unsigned, so that it must be public`
        : `reads ${name} by an origin access identity`;
      report(isOpen ? domain : identity, `${distribution.logicalId} ${message}`, {
        severity: isOpen ? 'high' : 'low',
        peers: isOpen ? OPEN : OLD,
        fixes: () => [signOriginRequests(distribution, origin)],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: files
                    DomainName: !GetAtt Files.RegionalDomainName
                              # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    S3OriginConfig:
                      OriginAccessIdentity: ''
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
                    S3OriginConfig:
                      OriginAccessIdentity: ''
                    OriginAccessControlId: !Ref SiteAccessControl
          SiteAccessControl:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: !Sub '\${AWS::StackName}-Site'
                OriginAccessControlOriginType: s3
                SigningBehavior: always
                SigningProtocol: sigv4
          Files:
            Type: AWS::S3::Bucket
          FilesPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Files
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowSite
                    Effect: Allow
                    Principal:
                      Service: cloudfront.amazonaws.com
                    Action: s3:GetObject
                    Resource: !Sub '\${Files.Arn}/*'
                    Condition:
                      ArnEquals:
                        aws:SourceArn: !Sub 'arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${Site}'
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt Files.Arn
                      - !Sub '\${Files.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'an origin access identity is a matter of less weight',
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: files
                    DomainName: files.s3.eu-north-1.amazonaws.com
                    S3OriginConfig:
                      OriginAccessIdentity: origin-access-identity/cloudfront/E127EXAMPLE51Z
                                          # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      when: 'HasControl is false',
      bad: template`
        Parameters:
          Control:
            Type: String
        Conditions:
          HasControl: !Not [!Equals [!Ref Control, '']]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: files
                    DomainName: files.s3.amazonaws.com
                              # ^^^^^^^^^^^^^^^^^^^^^^
                    OriginAccessControlId: !If [HasControl, !Ref Control, !Ref AWS::NoValue]
                    S3OriginConfig: {}
      `,
    },
    {
      name: 'the bucket has a policy already',
      bad: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: files
                    DomainName: !GetAtt Files.RegionalDomainName
                    S3OriginConfig:
                      OriginAccessIdentity: !Sub origin-access-identity/cloudfront/\${Identity}
                                          # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          Identity:
            Type: AWS::CloudFront::CloudFrontOriginAccessIdentity
            Properties:
              CloudFrontOriginAccessIdentityConfig: {Comment: files}
          Files:
            Type: AWS::S3::Bucket
          FilesPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Files
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {CanonicalUser: !GetAtt Identity.S3CanonicalUserId}
                    Action: s3:GetObject
                    Resource: !Sub \${Files.Arn}/*
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
                    S3OriginConfig:
                      OriginAccessIdentity: ''
                    OriginAccessControlId: !Ref SiteAccessControl
          SiteAccessControl:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: !Sub '\${AWS::StackName}-Site'
                OriginAccessControlOriginType: s3
                SigningBehavior: always
                SigningProtocol: sigv4
          Identity:
            Type: AWS::CloudFront::CloudFrontOriginAccessIdentity
            Properties:
              CloudFrontOriginAccessIdentityConfig: {Comment: files}
          Files:
            Type: AWS::S3::Bucket
          FilesPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Files
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {CanonicalUser: !GetAtt Identity.S3CanonicalUserId}
                    Action: s3:GetObject
                    Resource: !Sub \${Files.Arn}/*
                  - Sid: AllowSite
                    Effect: Allow
                    Principal:
                      Service: cloudfront.amazonaws.com
                    Action: s3:GetObject
                    Resource: !Sub '\${Files.Arn}/*'
                    Condition:
                      ArnEquals:
                        aws:SourceArn: !Sub 'arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${Site}'
      `,
    },
    {
      name: 'a website endpoint is a custom origin',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: site
                    DomainName: site.s3-website.eu-north-1.amazonaws.com
                    CustomOriginConfig:
                      OriginProtocolPolicy: http-only
      `,
    },
    {
      name: 'a domain without default is unknown',
      silent: template`
        Parameters:
          Domain:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: files
                    DomainName: !Ref Domain
                    S3OriginConfig: {}
      `,
    },
  ],
});

function isBucket(domain: Value): boolean {
  const target = domain.target();
  if (target) return target.resource.type === 'AWS::S3::Bucket' && target.attribute !== 'WebsiteURL';
  return /\.s3(?:[.-](?!website)[\w-]+)?(?:\.dualstack)?(?:\.[\w-]+)?\.amazonaws\.com(?:\.cn)?$/.test(
    readText(domain) ?? '',
  );
}

function isEmpty(value: Value): boolean {
  return value.isAbsent || value.is('');
}
