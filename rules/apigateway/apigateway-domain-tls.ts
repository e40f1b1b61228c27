import { authoredName, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-domain-tls',
  title: 'Domain of an API does not demand TLS 1.2',
  on: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    cfn_nag: ['W62'],
    guard: ['API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC'],
    trivy: ['AWS-0005', 'AWS-0112'],
    kics: ['8275fab0'],
  },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-23'], 'pci-dss-4': ['4.2.1'] },
  why: 'TLS 1.0 and 1.1 have known weaknesses. Domains that name no policy get TLS 1.2 by now, those of older stacks got TLS 1.0 and keep it, so a policy that is not named weighs less.',
  remedy: 'Set SecurityPolicy to TLS_1_2, or to one of the newer policies.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  ],
  check(domain, report) {
    const isRest = domain.type === 'AWS::ApiGateway::DomainName';
    const policies = isRest
      ? [domain.get('SecurityPolicy')]
      : domain
          .get('DomainNameConfigurations')
          .items()
          .map((each) => each.get('SecurityPolicy'));
    for (const policy of policies) {
      // The domains of HTTP APIs admit nothing below TLS 1.2 of themselves.
      const isUnsaid = isRest && policy.isAbsent;
      const isOutdated = policy.satisfies((text) => !/^(?:TLS_1_[23]$|SecurityPolicy_TLS1[23])/.test(text));
      if (!isUnsaid && !isOutdated) continue;
      const admits = isUnsaid ? 'does not say that it demands TLS 1.2' : 'admits TLS below 1.2';
      report(policy, `${authoredName(domain)} ${admits}`, {
        ...(isUnsaid ? { severity: 'low' } : {}),
        fixes: () => [fix('Demand TLS 1.2', 'behaviour', set(policy, 'TLS_1_2'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: api.example.com
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: api.example.com
              SecurityPolicy: TLS_1_2
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ApiGateway::DomainName
            Properties:
              SecurityPolicy: !If [IsProd, TLS_1_2, TLS_1_0]
                                                  # ^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ApiGateway::DomainName
            Properties:
              SecurityPolicy: !If [IsProd, TLS_1_2, TLS_1_2]
      `,
    },
    {
      name: 'a newer policy',
      silent: template`
        Resources:
          Shop:
            Type: AWS::ApiGateway::DomainName
            Properties: {SecurityPolicy: SecurityPolicy_TLS13_1_3_2025_09}
      `,
    },
    {
      name: 'the policy is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::ApiGateway::DomainName
            Properties: {SecurityPolicy: !Ref Given}
      `,
    },
  ],
});
