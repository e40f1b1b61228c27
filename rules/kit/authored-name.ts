import type { ResourceView } from '#evaluate';

/**
 * What the author calls a resource: the name in the template of which SAM makes it. An API that SAM makes of the events of
 * functions stands nowhere in the template, and goes by the logical id that SAM gives it.
 */
export function authoredName({ logicalId, resource }: ResourceView): string {
  return /^Serverless(?:Rest|Http)Api/.exec(logicalId)?.[0] ?? resource.authoredId;
}
