import { defineRule, fix, set, template } from '#kit';

const ELASTICSEARCH_PEERS = { guard: ['ELASTICSEARCH_HTTPS_REQUIRED'], trivy: ['AWS-0126'], security_hub: ['ES.8'] };
const OPENSEARCH_PEERS = { guard: ['OPENSEARCH_HTTPS_REQUIRED'], trivy: ['AWS-0126'], security_hub: ['Opensearch.8'] };

export default defineRule({
  id: 'opensearch-tls-policy',
  title: 'OpenSearch domain accepts TLS 1.0',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    guard: ['ELASTICSEARCH_HTTPS_REQUIRED', 'OPENSEARCH_HTTPS_REQUIRED'],
    trivy: ['AWS-0126'],
    security_hub: ['ES.8', 'Opensearch.8'],
  },
  controls: { 'aws-fsbp': ['ES.8', 'Opensearch.8'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'TLS 1.0 and 1.1 were given up in 2021 for known weaknesses (RFC 8996). A domain accepts them unless its policy says 1.2.',
  remedy:
    'Set DomainEndpointOptions.TLSSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10 or Policy-Min-TLS-1-2-2019-07.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html'],
  check(domain, report) {
    const policy = domain.get('DomainEndpointOptions.TLSSecurityPolicy');
    if (!policy.isAbsent && !policy.satisfies((name) => !/^Policy-Min-TLS-1-[23]-/.test(name))) return;
    report(policy, `${domain.logicalId} accepts TLS 1.0`, {
      peers: domain.type === 'AWS::Elasticsearch::Domain' ? ELASTICSEARCH_PEERS : OPENSEARCH_PEERS,
      fixes: [
        fix(
          'Accept TLS 1.2 and later with forward secrecy only',
          'behaviour',
          set(policy, 'Policy-Min-TLS-1-2-PFS-2023-10'),
        ),
        fix('Accept TLS 1.2 and later only', 'behaviour', set(policy, 'Policy-Min-TLS-1-2-2019-07')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Search:
        # ^^^^^^
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              DomainEndpointOptions:
                TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              DomainEndpointOptions:
                TLSSecurityPolicy: !If [IsProd, Policy-Min-TLS-1-2-2019-07, Policy-Min-TLS-1-0-2019-07]
                                                                          # ^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              DomainEndpointOptions:
                TLSSecurityPolicy: !If [IsProd, Policy-Min-TLS-1-2-2019-07, Policy-Min-TLS-1-2-PFS-2023-10]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              DomainEndpointOptions:
                TLSSecurityPolicy: !Ref Setting
      `,
    },
  ],
});
