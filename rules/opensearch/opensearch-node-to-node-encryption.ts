import { defineRule, fix, isOlderSearchDomain, set, template } from '#kit';

const PEERS = {
  checkov: ['CKV_AWS_6'],
  cfn_nag: ['W85'],
  trivy: ['AWS-0043'],
  cdk_nag: ['OpenSearchNodeToNodeEncryption', 'AwsSolutions-OS2'],
};
const ELASTICSEARCH_PEERS = {
  ...PEERS,
  guard: ['ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK'],
  security_hub: ['ES.3'],
};
const OPENSEARCH_PEERS = {
  ...PEERS,
  guard: ['OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK'],
  security_hub: ['Opensearch.3'],
};

export default defineRule({
  id: 'opensearch-node-to-node-encryption',
  title: 'OpenSearch nodes talk to each other in the clear',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_6'],
    cfn_nag: ['W85'],
    guard: ['ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK', 'OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK'],
    trivy: ['AWS-0043'],
    cdk_nag: ['OpenSearchNodeToNodeEncryption', 'AwsSolutions-OS2'],
    security_hub: ['ES.3', 'Opensearch.3'],
  },
  controls: { 'aws-fsbp': ['ES.3', 'Opensearch.3'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Documents and queries cross the network between the nodes unencrypted, even when clients use HTTPS; it is also needed for fine-grained access control.',
  remedy: 'Set NodeToNodeEncryptionOptions.Enabled to true.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html'],
  check(domain, report) {
    const encrypted = domain.get('NodeToNodeEncryptionOptions.Enabled');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `The nodes of ${domain.logicalId} talk to each other in the clear`, {
      peers: domain.type === 'AWS::Elasticsearch::Domain' ? ELASTICSEARCH_PEERS : OPENSEARCH_PEERS,
      fixes: () =>
        isOlderSearchDomain(domain, 6)
          ? []
          : [fix('Encrypt between the nodes (blue/green deployment)', 'behaviour', set(encrypted, true))],
    });
  },
  examples: [
    {
      name: 'a version that cannot',
      bad: template`
        Resources:
          Search:
        # ^^^^^^
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchVersion: 5.6
      `,
    },
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
              NodeToNodeEncryptionOptions:
                Enabled: true
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
              NodeToNodeEncryptionOptions:
                Enabled: !If [IsProd, true, false]
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
              NodeToNodeEncryptionOptions:
                Enabled: !If [IsProd, true, true]
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
              NodeToNodeEncryptionOptions:
                Enabled: !Ref Setting
      `,
    },
  ],
});
