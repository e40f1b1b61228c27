import { defineRule, template, type Value } from '#kit';

export default defineRule({
  id: 'elbv2-acm-certificate',
  title: 'Load balancer uses a certificate that nobody renews',
  on: 'AWS::ElasticLoadBalancingV2::Listener',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { guard: ['ELBV2_ACM_CERTIFICATE_REQUIRED'], cdk_nag: ['ELBv2ACMCertificateRequired'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-17'] },
  why: "Certificates of Certificate Manager are renewed by themselves and their keys never leave it. One that was uploaded to IAM expires, and its key has been in somebody's hands.",
  remedy: 'Use a certificate of AWS Certificate Manager.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html'],
  check(resource, report) {
    if (!resource.get('Protocol').is('HTTPS', 'TLS')) return;
    const certificates = resource.get('Certificates');
    const arns = certificates.items().map((item) => item.get('CertificateArn'));
    const uploaded = arns.find(isUploaded);
    // An item without a name is none.
    const isNone = certificates.isAbsent || (certificates.isList && !certificates.isOpen && arns.every(isBlank));
    if (!isNone && !uploaded) return;
    const what = uploaded ? 'uses a certificate that was uploaded to IAM' : 'names no certificate';
    report(uploaded ?? certificates, `${resource.logicalId} ${what}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Front
              Protocol: HTTPS
              Certificates:
                - CertificateArn: arn:aws:iam::111122223333:server-certificate/web
                                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'in production only',
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
              Protocol: TLS
              Certificates: !If [IsProd, [{CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/web}], !Ref AWS::NoValue]
            # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'chosen at deployment, and a listener without TLS',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTPS
              Certificates: [{CertificateArn: !Ref Choice}]
          Plain:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTP
      `,
    },
    {
      name: 'an empty list',
      bad: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTPS
              Certificates: []
            # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'a list that names none',
      bad: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTPS
              Certificates: [{CertificateArn: ''}]
            # ^^^^^^^^^^^^
      `,
    },
  ],
});

function isBlank(arn: Value): boolean {
  return arn.isAbsent || arn.is('');
}

function isUploaded(arn: Value): boolean {
  return arn.satisfies((text) => /^arn:[^:]*:iam:/.test(text));
}
