import type { ResourceView } from '#evaluate';

/**
 * Whether a search domain certainly runs on an Elasticsearch older than this version, or on instances that encrypt nothing: switching
 * on what either lacks would make the deployment fail. False where neither is known.
 * Sources: "Features by engine version" and "Supported instance types" of the OpenSearch Service developer guide.
 */
export function isOlderSearchDomain(domain: ResourceView, since: number): boolean {
  const isElasticsearch = domain.type === 'AWS::Elasticsearch::Domain';
  const version = domain.get(isElasticsearch ? 'ElasticsearchVersion' : 'EngineVersion');
  // Without a version this type takes Elasticsearch 1.5, the other one the latest OpenSearch.
  if (isElasticsearch && version.isAbsent) return true;
  if (version.satisfies((name) => Number.parseFloat(name.replace('Elasticsearch_', '')) < since)) return true;
  const cluster = domain.get(isElasticsearch ? 'ElasticsearchClusterConfig' : 'ClusterConfig');
  return cluster.get('InstanceType').satisfies((name) => /^(t2|m3|r3)\./.test(name));
}
