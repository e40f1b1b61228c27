import { defineRule, template } from '#kit';

export default defineRule({
  id: 'opensearch-data-nodes',
  title: 'OpenSearch domain does not survive the loss of a zone',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['ELASTICSEARCH_DATA_NODE_FAULT_TOLERANCE', 'OPENSEARCH_DATA_NODE_FAULT_TOLERANCE'],
    cdk_nag: ['OpenSearchZoneAwareness', 'AwsSolutions-OS7'],
    security_hub: ['ES.6', 'Opensearch.6'],
  },
  controls: { 'aws-fsbp': ['ES.6', 'Opensearch.6'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'With fewer than three data nodes, or all of them in one zone, a failure stops the domain and may lose indexes without replicas.',
  remedy: 'Set ZoneAwarenessEnabled to true and InstanceCount to 3 or more.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html'],
  check(domain, report) {
    const isElasticsearch = domain.type === 'AWS::Elasticsearch::Domain';
    const cluster = domain.get(isElasticsearch ? 'ElasticsearchClusterConfig' : 'ClusterConfig');
    const guard = [
      isElasticsearch ? 'ELASTICSEARCH_DATA_NODE_FAULT_TOLERANCE' : 'OPENSEARCH_DATA_NODE_FAULT_TOLERANCE',
    ];
    const security_hub = [isElasticsearch ? 'ES.6' : 'Opensearch.6'];
    const aware = cluster.get('ZoneAwarenessEnabled');
    const count = cluster.get('InstanceCount');
    if (aware.isNot(true)) {
      const peers = { guard, security_hub, cdk_nag: ['OpenSearchZoneAwareness', 'AwsSolutions-OS7'] };
      report(aware, `All data nodes of ${domain.logicalId} stand in one zone`, { peers });
    } else if (count.isAbsent || count.satisfies((text) => Number(text) < 3)) {
      report(count, `${domain.logicalId} has fewer than three data nodes`, { peers: { guard, security_hub } });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              ClusterConfig:
            # ^^^^^^^^^^^^^
                InstanceCount: 3
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
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchClusterConfig:
                ZoneAwarenessEnabled: true
                InstanceCount: !If [IsProd, 3, 2]
                                             # ^
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
              ClusterConfig:
                ZoneAwarenessEnabled: true
                InstanceCount: !Ref Setting
      `,
    },
  ],
});
