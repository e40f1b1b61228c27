import { referencesOf } from './references.ts';
import type { Resource, Template } from './template.ts';

/** Per name (or text, by `textKeyOf`), the resources whose properties mention it. A list keeps its identity as long as its members are the same. */
export type Referrers = ReadonlyMap<string, readonly Resource[]>;

/** Made from an earlier version's at the cost of the resources that changed. */
export function indexReferrers(resources: ReadonlyMap<string, Resource>, previous: Template | undefined): Referrers {
  const gone = [...(previous?.resources.values() ?? [])].filter(
    (resource) => resources.get(resource.logicalId) !== resource,
  );
  const added = [...resources.values()].filter((resource) => previous?.resources.get(resource.logicalId) !== resource);
  const touched = new Map<string, Resource[]>();
  const index = new Map(previous?.referrers);
  const listOf = (name: string) => {
    const list = touched.get(name) ?? index.get(name)?.filter((resource) => !gone.includes(resource)) ?? [];
    touched.set(name, list);
    return list;
  };
  for (const resource of gone) for (const name of keysOf(resource)) listOf(name);
  for (const resource of added) for (const name of keysOf(resource)) listOf(name).push(resource);
  for (const [name, list] of touched) index.set(name, list);
  return index;
}

function keysOf(resource: Resource): readonly string[] {
  const { all, texts } = referencesOf(resource);
  return [...all, ...texts];
}
