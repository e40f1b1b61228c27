import type { ResourceView } from '#evaluate';

/** Whether a replication group certainly runs an engine from before 3.2.6, which knows neither tokens nor TLS and encrypts nothing. */
export function isOlderCache(group: ResourceView): boolean {
  return group.get('EngineVersion').satisfies((version) => Number.parseFloat(version) < 3.2);
}
