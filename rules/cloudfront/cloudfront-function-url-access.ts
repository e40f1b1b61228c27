import { defineRule, template, type Value } from '#kit';

export default defineRule({
  id: 'cloudfront-function-url-access',
  title: 'Function URL behind CloudFront is open to anyone',
  on: 'AWS::CloudFront::Distribution',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['CloudFront.16'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'SC-7'] },
  why: 'A function URL that CloudFront calls unsigned has to answer everyone, so the function can be called past the cache, the firewall and the geo restriction. Origin access control signs the calls, and the URL can ask for IAM.',
  remedy: 'Add an OriginAccessControl of type lambda to the origin, and set AuthType AWS_IAM on the URL.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  ],
  check(distribution, report) {
    for (const origin of distribution.get('DistributionConfig.Origins').items()) {
      const domain = origin.get('DomainName');
      const control = origin.get('OriginAccessControlId');
      if (!isFunctionUrl(domain) || !(control.isAbsent || control.is(''))) continue;
      report(domain, `${distribution.logicalId} calls a function URL unsigned, so that it must be open to anyone`);
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
                  - Id: app
                    DomainName: !Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]
                              # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
          Url:
            Type: AWS::Lambda::Url
            Properties:
              AuthType: NONE
              TargetFunctionArn: !ImportValue App
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: !Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]
                    OriginAccessControlId: !Ref Access
                    CustomOriginConfig:
                      OriginProtocolPolicy: https-only
          Access:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: app
                OriginAccessControlOriginType: lambda
                SigningBehavior: always
                SigningProtocol: sigv4
          Url:
            Type: AWS::Lambda::Url
            Properties:
              AuthType: AWS_IAM
              TargetFunctionArn: !ImportValue App
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
                  - Id: app
                    DomainName: abcdefghij.lambda-url.eu-north-1.on.aws
                              # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    OriginAccessControlId: !If [HasControl, !Ref Control, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'an origin access control without default is unknown',
      silent: template`
        Parameters:
          Control:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Origins:
                  - Id: app
                    DomainName: abcdefghij.lambda-url.eu-north-1.on.aws
                    OriginAccessControlId: !Ref Control
      `,
    },
  ],
});

function isFunctionUrl(domain: Value): boolean {
  if (domain.targets().some(({ resource }) => resource.type === 'AWS::Lambda::Url')) return true;
  return /\.lambda-url\.[\w-]+\.on\.aws$/.test(domain.pattern() ?? '');
}
