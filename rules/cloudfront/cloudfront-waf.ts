import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-waf',
  title: 'CloudFront distribution has no web application firewall',
  on: 'AWS::CloudFront::Distribution',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_68'],
    trivy: ['AWS-0011'],
    cdk_nag: ['CloudFrontDistributionWAFIntegration', 'AwsSolutions-CFR2'],
    kics: ['0f139403'],
    security_hub: ['CloudFront.6'],
  },
  controls: { 'aws-fsbp': ['CloudFront.6'], 'nist-800-53-r5': ['SC-7', 'SI-4'], 'pci-dss-4': ['6.4.2'] },
  why: 'A web ACL turns away scanners, floods and known attacks at the edge, before they reach the origin. It has a monthly price, and static pages need it less than an application does.',
  remedy: 'Set WebACLId to a WAFv2 web ACL of scope CLOUDFRONT, which is made in us-east-1.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html',
  ],
  check(distribution, report) {
    const acl = distribution.get('DistributionConfig.WebACLId');
    if (!acl.isAbsent && !acl.is('')) return;
    report(acl, `${distribution.logicalId} has no web ACL in front of it`, {
      fixes: [
        fix(
          'Use a web ACL that a parameter names',
          'cost',
          set(acl, { Ref: 'WebAclArn' }),
          addParameter('WebAclArn', {
            Type: 'String',
            Description: 'The ARN of a WAFv2 web ACL of scope CLOUDFRONT',
            AllowedPattern: '^arn:aws[a-z-]*:wafv2:us-east-1:[0-9]{12}:global/webacl/.+$',
          }),
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
        Parameters:
          WebAclArn:
            Type: String
            Description: The ARN of a WAFv2 web ACL of scope CLOUDFRONT
            AllowedPattern: '^arn:aws[a-z-]*:wafv2:us-east-1:[0-9]{12}:global/webacl/.+$'
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: !Ref WebAclArn
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
                WebACLId: !If [IsProd, !ImportValue WebAcl, !Ref AWS::NoValue]
              # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          WebAclArn:
            Type: String
            Description: The ARN of a WAFv2 web ACL of scope CLOUDFRONT
            AllowedPattern: '^arn:aws[a-z-]*:wafv2:us-east-1:[0-9]{12}:global/webacl/.+$'
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: !If [IsProd, !ImportValue WebAcl, !Ref WebAclArn]
      `,
    },
    {
      name: 'a web ACL that another stack exports',
      silent: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: !ImportValue WebAcl
      `,
    },
  ],
});
