import { defineRule, fix, isOlderSearchDomain, set, template } from '#kit';

const PEERS = {
  cfn_nag: ['W54'],
  trivy: ['AWS-0048'],
  cdk_nag: ['OpenSearchEncryptedAtRest', 'AwsSolutions-OS8'],
  kics: ['86a248ab'],
};
const ELASTICSEARCH_PEERS = {
  ...PEERS,
  checkov: ['CKV_AWS_5'],
  guard: ['ELASTICSEARCH_ENCRYPTED_AT_REST'],
  security_hub: ['ES.1'],
};
const OPENSEARCH_PEERS = { ...PEERS, guard: ['OPENSEARCH_ENCRYPTED_AT_REST'], security_hub: ['Opensearch.1'] };

export default defineRule({
  id: 'opensearch-encryption-at-rest',
  title: 'OpenSearch domain is stored unencrypted',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'essential',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_5'],
    cfn_nag: ['W54'],
    guard: ['ELASTICSEARCH_ENCRYPTED_AT_REST', 'OPENSEARCH_ENCRYPTED_AT_REST'],
    trivy: ['AWS-0048'],
    cdk_nag: ['OpenSearchEncryptedAtRest', 'AwsSolutions-OS8'],
    kics: ['86a248ab'],
    security_hub: ['ES.1', 'Opensearch.1'],
  },
  controls: { 'aws-fsbp': ['ES.1', 'Opensearch.1'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Indexes, logs and snapshots are readable for whoever gets hold of the volumes. Encryption at rest is off unless a template asks for it.',
  remedy: 'Set EncryptionAtRestOptions.Enabled to true.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  check(domain, report) {
    const encrypted = domain.get('EncryptionAtRestOptions.Enabled');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `${domain.logicalId} stores its indexes and snapshots unencrypted`, {
      peers: domain.type === 'AWS::Elasticsearch::Domain' ? ELASTICSEARCH_PEERS : OPENSEARCH_PEERS,
      fixes: () => {
        if (isOlderSearchDomain(domain, 5.1)) return [];
        const title = 'Encrypt the domain (blue/green deployment; replaces a domain older than Elasticsearch 6.7)';
        return [fix(title, 'replacement', set(encrypted, true))];
      },
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
              EncryptionAtRestOptions:
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
              EncryptionAtRestOptions:
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
              EncryptionAtRestOptions:
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
              EncryptionAtRestOptions:
                Enabled: !Ref Setting
      `,
    },
    {
      name: 'a key alone does not encrypt',
      bad: template`
        Resources:
          Search:
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchVersion: '7.10'
              EncryptionAtRestOptions:
            # ^^^^^^^^^^^^^^^^^^^^^^^
                KmsKeyId: !ImportValue Key
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchVersion: '7.10'
              EncryptionAtRestOptions:
                KmsKeyId: !ImportValue Key
                Enabled: true
      `,
    },
    {
      name: 'instances that cannot encrypt, and a version that cannot',
      bad: template`
        Resources:
          Small:
        # ^^^^^
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: Elasticsearch_6.8
              ClusterConfig: {InstanceType: t2.small.search}
          Old:
        # ^^^
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchClusterConfig: {InstanceType: m4.large.elasticsearch}
      `,
    },
  ],
});
