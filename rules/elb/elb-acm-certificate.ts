import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elb-acm-certificate',
  title: 'Classic load balancer uses a certificate that nobody renews',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { guard: ['ELB_ACM_CERTIFICATE_REQUIRED'], cdk_nag: ['ELBACMCertificateRequired'], security_hub: ['ELB.2'] },
  controls: { 'aws-fsbp': ['ELB.2'], 'nist-800-53-r5': ['SC-12', 'SC-17'] },
  why: "Certificates of Certificate Manager are renewed by themselves and their keys never leave it. One that was uploaded to IAM expires, and its key has been in somebody's hands.",
  remedy: 'Use a certificate of AWS Certificate Manager.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html'],
  check(resource, report) {
    for (const listener of resource.get('Listeners').items()) {
      const certificate = listener.get('SSLCertificateId');
      const isTls = listener.get('Protocol').is('HTTPS', 'SSL');
      const isUploaded = certificate.satisfies((text) => /^arn:[^:]*:iam:/.test(text));
      if (!isUploaded && !(isTls && certificate.isAbsent)) continue;
      const what = isUploaded ? 'uses a certificate that was uploaded to IAM' : 'names no certificate';
      report(certificate, `${resource.logicalId} ${what}`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  SSLCertificateId: arn:aws:iam::111122223333:server-certificate/web
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
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: SSL
                  SSLCertificateId: !If [IsProd, arn:aws:acm:eu-west-1:111122223333:certificate/web, !Ref AWS::NoValue]
                # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'chosen at deployment, and a listener without TLS',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - {Protocol: HTTPS, SSLCertificateId: !Ref Choice}
                - {Protocol: HTTP}
      `,
    },
  ],
});
