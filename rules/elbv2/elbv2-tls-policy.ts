import { defineRule, describe, fix, set, template } from '#kit';

const UNSAID = { checkov: ['CKV_AWS_103'], cfn_nag: ['W55'], guard: ['ELBV2_LISTENER_SSL_POLICY_RULE'] };
const PEERS = { ...UNSAID, trivy: ['AWS-0047'], security_hub: ['ELB.17'] };

export default defineRule({
  id: 'elbv2-tls-policy',
  title: 'Load balancer accepts outdated TLS',
  on: 'AWS::ElasticLoadBalancingV2::Listener',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: PEERS,
  controls: { 'aws-fsbp': ['ELB.17'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'TLS 1.0 and 1.1 are broken by design and withdrawn (RFC 8996). A listener made by CloudFormation without SslPolicy still gets ELBSecurityPolicy-2016-08, which accepts both.',
  remedy: 'Choose a policy that begins at TLS 1.2, such as ELBSecurityPolicy-TLS13-1-2-2021-06.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'],
  check(resource, report) {
    const policy = resource.get('SslPolicy');
    const protocol = resource.get('Protocol');
    const isTls = protocol.is('HTTPS', 'TLS');
    const isWeak = policy.isAbsent ? isTls : policy.satisfies((text) => !MODERN.test(text));
    // A policy is for TLS, so it tells the protocol where that is not said.
    if (!isWeak || !(isTls || protocol.isAbsent)) return;
    const name = policy.isAbsent ? 'the default policy of 2016' : describe(policy);
    report(policy, `${resource.logicalId} accepts TLS 1.0 and 1.1 by ${name}`, {
      // Trivy judges policies that are named.
      peers: policy.isAbsent ? { ...UNSAID, security_hub: PEERS.security_hub } : PEERS,
      fixes: [fix('Accept TLS 1.2 and 1.3 only', 'behaviour', set(policy, 'ELBSecurityPolicy-TLS13-1-2-2021-06'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Https:
        # ^^^^^
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Front
              Port: 443
              Protocol: HTTPS
      `,
      good: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Front
              Port: 443
              Protocol: HTTPS
              SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      `,
    },
    {
      name: 'in development only',
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
              LoadBalancerArn: !Ref Front
              Protocol: TLS
              SslPolicy: !If [IsProd, ELBSecurityPolicy-TLS13-1-3-2021-06, ELBSecurityPolicy-TLS-1-0-2015-04]
                                                                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Front
              Protocol: TLS
              SslPolicy: !If [IsProd, ELBSecurityPolicy-TLS13-1-3-2021-06, ELBSecurityPolicy-TLS13-1-2-2021-06]
      `,
    },
    {
      name: 'a policy tells that the listener is for TLS',
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              SslPolicy: ELBSecurityPolicy-2016-08
                       # ^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      `,
    },
    {
      name: 'chosen at deployment, a listener without TLS, and a policy that begins at TLS 1.2',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Chosen:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTPS
              SslPolicy: !Ref Choice
          Plain:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTP
          Forward:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTPS
              SslPolicy: ELBSecurityPolicy-FS-1-2-Res-2020-10
      `,
    },
  ],
});

/** The predefined policies, post-quantum and FIPS ones among them, that accept nothing below TLS 1.2. */
const MODERN = /^ELBSecurityPolicy-(?:TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/;
