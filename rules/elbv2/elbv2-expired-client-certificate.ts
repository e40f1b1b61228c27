import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elbv2-expired-client-certificate',
  title: 'Load balancer accepts expired client certificates',
  on: 'AWS::ElasticLoadBalancingV2::Listener',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(2)', 'SC-17'] },
  why: 'An expiry date is how certificates of lost devices and former partners end by themselves; ignored, each of them opens the door for ever.',
  remedy: 'Leave IgnoreClientCertificateExpiry out, or set it to false.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html'],
  check(listener, report) {
    const ignore = listener.get('MutualAuthentication.IgnoreClientCertificateExpiry');
    if (!ignore.is(true)) return;
    report(ignore, `${listener.logicalId} accepts expired client certificates`, {
      fixes: [fix('Turn expired certificates away', 'behaviour', set(ignore, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              MutualAuthentication:
                Mode: verify
                TrustStoreArn: !ImportValue TrustStore
                IgnoreClientCertificateExpiry: true
                                             # ^^^^
      `,
      good: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              MutualAuthentication:
                Mode: verify
                TrustStoreArn: !ImportValue TrustStore
                IgnoreClientCertificateExpiry: false
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              MutualAuthentication: {Mode: verify, IgnoreClientCertificateExpiry: !If [IsProd, false, true]}
                                                                                                    # ^^^^
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Ignore: {Type: String}
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              MutualAuthentication: {Mode: verify, IgnoreClientCertificateExpiry: !Ref Ignore}
      `,
    },
  ],
});
