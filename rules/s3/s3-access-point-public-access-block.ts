import { defineRule, fix, set, template } from '#kit';

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export default defineRule({
  id: 's3-access-point-public-access-block',
  title: 'S3 access point turns off its block of public access',
  on: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint', 'AWS::S3Express::AccessPoint'],
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['S3.19', 'S3.24'] },
  controls: { 'aws-fsbp': ['S3.19', 'S3.24'], 'nist-800-53-r5': ['AC-3', 'AC-6', 'SC-7'] },
  why: 'An access point blocks public access by default and keeps that setting for life: what is switched off here cannot be switched on again without a new access point.',
  remedy: 'Leave PublicAccessBlockConfiguration out, or set its four switches to true.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html'],
  check(point, report) {
    const block = point.get('PublicAccessBlockConfiguration');
    const off = SWITCHES.filter((name) => block.get(name).is(false));
    const [first] = off;
    if (!first) return;
    report(block.get(first), `${point.logicalId} does not block public access: ${off.join(', ')} off`, {
      fixes: [fix('Block all public access', 'replacement', ...off.map((name) => set(block.get(name), true)))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Partners:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: exchange
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: false
                                 # ^^^^^
                IgnorePublicAcls: true
                RestrictPublicBuckets: false
      `,
      good: template`
        Resources:
          Partners:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: exchange
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
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
          Partners:
            Type: AWS::S3::MultiRegionAccessPoint
            Properties:
              Regions: [{Bucket: exchange}]
              PublicAccessBlockConfiguration:
                BlockPublicPolicy: !If [IsProd, true, false]
                                                    # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Partners:
            Type: AWS::S3::MultiRegionAccessPoint
            Properties:
              Regions: [{Bucket: exchange}]
              PublicAccessBlockConfiguration:
                BlockPublicPolicy: !If [IsProd, true, true]
      `,
    },
    {
      name: 'an access point blocks public access unless told otherwise',
      silent: template`
        Resources:
          Partners:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: exchange
      `,
    },
    {
      name: 'a switch without default is unknown',
      silent: template`
        Parameters:
          Block:
            Type: String
        Resources:
          Partners:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: exchange
              PublicAccessBlockConfiguration:
                BlockPublicPolicy: !Ref Block
      `,
    },
  ],
});
