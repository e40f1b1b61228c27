import { append, defineRule, fix, set, template, type Value } from '#kit';

export default defineRule({
  id: 'elb-tls-policy',
  title: 'Classic load balancer accepts outdated TLS',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    guard: ['ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK'],
    kics: ['61a94903', '809f77f8'],
    security_hub: ['ELB.8'],
  },
  controls: { 'aws-fsbp': ['ELB.8'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'TLS 1.0 and 1.1 are broken by design and withdrawn (RFC 8996). A listener without a policy gets ELBSecurityPolicy-2016-08, which accepts both.',
  remedy: 'Use a policy with ELBSecurityPolicy-TLS-1-2-2017-01 as its reference on every HTTPS and SSL listener.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html'],
  check(resource, report) {
    const policies = resource.get('Policies');
    for (const listener of resource.get('Listeners').items()) {
      if (!listener.get('Protocol').is('HTTPS', 'SSL')) continue;
      const names = listener.get('PolicyNames');
      const used = policies.items().filter((policy) => names.items().some((name) => isNamed(policy, name)));
      const isUnclear = names.isOpen || policies.isOpen || used.length < names.items().length;
      const weak = used.find(isWeak);
      if (!weak && (isUnclear || used.some(isNegotiation))) continue;
      const name = weak?.get('PolicyName').pattern();
      report(
        names,
        `${resource.logicalId} accepts TLS 1.0 and 1.1 by ${name ? `its policy ${name}` : 'the default policy of 2016'}`,
        {
          fixes: [
            weak
              ? fix('Accept TLS 1.2 only', 'behaviour', set(weak.get('Attributes'), [STRONG]))
              : fix(
                  'Accept TLS 1.2 only',
                  'behaviour',
                  append(names, 'Tls12'),
                  append(policies, { PolicyName: 'Tls12', PolicyType: TYPE, Attributes: [STRONG] }),
                ),
          ],
        },
      );
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
                # ^^^^^^^^^^^^^^^
                  LoadBalancerPort: '443'
                  InstancePort: '80'
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
                  PolicyNames:
                    - Tls12
              Policies:
                - PolicyName: Tls12
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - Name: Reference-Security-Policy
                      Value: ELBSecurityPolicy-TLS-1-2-2017-01
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
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Policies:
                - PolicyName: Tls
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - Name: Reference-Security-Policy
                      Value: !If [IsProd, ELBSecurityPolicy-TLS-1-2-2017-01, ELBSecurityPolicy-2016-08]
              Listeners:
                - Protocol: HTTPS
                  PolicyNames: [Tls]
                # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Policies:
                - PolicyName: Tls
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - Name: Reference-Security-Policy
                      Value: ELBSecurityPolicy-TLS-1-2-2017-01
              Listeners:
                - Protocol: HTTPS
                  PolicyNames: [Tls]
      `,
    },
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Policies:
                - PolicyName: Tls
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - {Name: Protocol-TLSv1, Value: 'true'}
              Listeners:
                - Protocol: SSL
                  PolicyNames: [Tls]
                # ^^^^^^^^^^^
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
              Policies:
                - PolicyName: Tls
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - {Name: Reference-Security-Policy, Value: !Ref Choice}
              Listeners:
                - {Protocol: HTTPS, PolicyNames: [Tls]}
                - {Protocol: SSL, PolicyNames: !Ref Choice}
                - {Protocol: HTTP}
      `,
    },
  ],
});

const TYPE = 'SSLNegotiationPolicyType';
const REFERENCE = 'Reference-Security-Policy';
const STRONG = { Name: REFERENCE, Value: 'ELBSecurityPolicy-TLS-1-2-2017-01' };
const OLD_PROTOCOLS = ['Protocol-SSLv2', 'Protocol-SSLv3', 'Protocol-TLSv1', 'Protocol-TLSv1.1'];

function isNamed(policy: Value, name: Value): boolean {
  const text = name.pattern();
  return text !== undefined && policy.get('PolicyName').pattern() === text;
}

/** Whether a policy may be about protocols and ciphers. */
function isNegotiation(policy: Value): boolean {
  return !policy.get('PolicyType').isNot(TYPE);
}

/** Whether a policy certainly accepts what is older than TLS 1.2. */
function isWeak(policy: Value): boolean {
  return policy
    .get('Attributes')
    .items()
    .some((attribute) => {
      const value = attribute.get('Value');
      if (attribute.get('Name').is(REFERENCE)) return value.satisfies((text) => !text.includes('TLS-1-2'));
      return attribute.get('Name').is(...OLD_PROTOCOLS) && value.is(true);
    });
}
