import { defineRule, template } from '#kit';

const CDK_NAG = ['OpenSearchDedicatedMasterNode', 'AwsSolutions-OS4'];
const ELASTICSEARCH_PEERS = {
  guard: ['ELASTICSEARCH_PRIMARY_NODE_FAULT_TOLERANCE'],
  cdk_nag: CDK_NAG,
  security_hub: ['ES.7'],
};
const OPENSEARCH_PEERS = { cdk_nag: CDK_NAG, security_hub: ['Opensearch.11'] };

export default defineRule({
  id: 'opensearch-dedicated-master',
  title: 'OpenSearch domain has no dedicated master nodes',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['ELASTICSEARCH_PRIMARY_NODE_FAULT_TOLERANCE'],
    cdk_nag: ['OpenSearchDedicatedMasterNode', 'AwsSolutions-OS4'],
    security_hub: ['ES.7', 'Opensearch.11'],
  },
  controls: { 'aws-fsbp': ['ES.7', 'Opensearch.11'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'A data node that is busy with queries then also keeps the cluster together, and a flood of them can break it apart.',
  remedy: 'Set DedicatedMasterEnabled to true and DedicatedMasterCount to 3.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
  ],
  check(domain, report) {
    const isElasticsearch = domain.type === 'AWS::Elasticsearch::Domain';
    const cluster = domain.get(isElasticsearch ? 'ElasticsearchClusterConfig' : 'ClusterConfig');
    const peers = isElasticsearch ? ELASTICSEARCH_PEERS : OPENSEARCH_PEERS;
    const enabled = cluster.get('DedicatedMasterEnabled');
    const count = cluster.get('DedicatedMasterCount');
    if (enabled.isNot(true)) {
      report(enabled, `${domain.logicalId} has no dedicated master nodes`, { peers });
    } else if (enabled.is(true) && count.isAbsent) {
      report(count, `${domain.logicalId} does not say how many master nodes it has`, { peers });
    } else if (count.satisfies((text) => Number(text) < 3)) {
      report(count, `${domain.logicalId} has too few master nodes to agree without one of them`, { peers });
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
      name: 'too few, or nobody knows how many',
      bad: template`
        Resources:
          Pair:
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchClusterConfig:
                DedicatedMasterEnabled: true
                DedicatedMasterCount: 2
                                    # ^
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              ClusterConfig:
            # ^^^^^^^^^^^^^
                DedicatedMasterEnabled: true
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
                DedicatedMasterEnabled: !If [IsProd, true, false]
                                                         # ^^^^^
                DedicatedMasterCount: 3
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
                DedicatedMasterEnabled: !Ref Setting
      `,
    },
  ],
});
