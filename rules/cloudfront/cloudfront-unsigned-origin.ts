import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudfront-unsigned-origin',
  title: 'Origin access control signs nothing',
  on: 'AWS::CloudFront::OriginAccessControl',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'SC-7'] },
  why: 'With the signing behavior never, the origin access control is there in name only, and the bucket has to be public to be read. With no-override a viewer’s own Authorization header goes through in place of the signature.',
  remedy: 'Set SigningBehavior to always.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  check(control, report) {
    const signing = control.get('OriginAccessControlConfig.SigningBehavior');
    const isNever = signing.is('never');
    if (!isNever && !signing.is('no-override')) return;
    const message = isNever ? 'signs no request' : 'lets viewers pass their own Authorization header on';
    report(signing, `${control.logicalId} ${message}`, {
      severity: isNever ? 'medium' : 'low',
      fixes: [fix('Sign every request', 'behaviour', set(signing, 'always'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Access:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: files
                OriginAccessControlOriginType: s3
                SigningBehavior: never
                               # ^^^^^
                SigningProtocol: sigv4
      `,
      good: template`
        Resources:
          Access:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: files
                OriginAccessControlOriginType: s3
                SigningBehavior: always
                SigningProtocol: sigv4
      `,
    },
    {
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Access:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: files
                OriginAccessControlOriginType: s3
                SigningBehavior: !If [IsDev, no-override, always]
                                           # ^^^^^^^^^^^
                SigningProtocol: sigv4
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Access:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: files
                OriginAccessControlOriginType: s3
                SigningBehavior: !If [IsDev, always, always]
                SigningProtocol: sigv4
      `,
    },
    {
      name: 'a behavior without default is unknown',
      silent: template`
        Parameters:
          Signing:
            Type: String
        Resources:
          Access:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig:
                Name: files
                OriginAccessControlOriginType: s3
                SigningBehavior: !Ref Signing
                SigningProtocol: sigv4
      `,
    },
  ],
});
