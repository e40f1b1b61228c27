import { defineRule, fix, set, template } from '#kit';

const PEERS = { checkov: ['CKV_AWS_83'], trivy: ['AWS-0046'], kics: ['4cdc88e6'] };
const ELASTICSEARCH_PEERS = { ...PEERS, guard: ['ELASTICSEARCH_HTTPS_REQUIRED'] };
const OPENSEARCH_PEERS = { ...PEERS, guard: ['OPENSEARCH_HTTPS_REQUIRED'] };

export default defineRule({
  id: 'opensearch-enforce-https',
  title: 'OpenSearch domain answers over plain HTTP',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'essential',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_83'],
    guard: ['ELASTICSEARCH_HTTPS_REQUIRED', 'OPENSEARCH_HTTPS_REQUIRED'],
    trivy: ['AWS-0046'],
    kics: ['4cdc88e6'],
  },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'A client with an http:// endpoint sends queries, documents and credentials in the clear. The domain answers it unless told not to.',
  remedy: 'Set DomainEndpointOptions.EnforceHTTPS to true.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html'],
  check(domain, report) {
    const https = domain.get('DomainEndpointOptions.EnforceHTTPS');
    if (!https.isNot(true)) return;
    report(https, `${domain.logicalId} answers over plain HTTP`, {
      peers: domain.type === 'AWS::Elasticsearch::Domain' ? ELASTICSEARCH_PEERS : OPENSEARCH_PEERS,
      fixes: [fix('Ask for HTTPS', 'behaviour', set(https, true))],
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
                EnforceHTTPS: true
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
                EnforceHTTPS: !If [IsProd, true, false]
                                               # ^^^^^
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
                EnforceHTTPS: !If [IsProd, true, true]
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
                EnforceHTTPS: !Ref Setting
      `,
    },
  ],
});
