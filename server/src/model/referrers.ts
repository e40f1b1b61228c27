import { referencesOf } from './references.ts';
import type { Resource, Template } from './template.ts';

/** Per name (or text, by `textKeyOf`), the resources whose properties mention it. A list keeps its identity as long as its members are the same. */
export type Referrers = ReadonlyMap<string, readonly Resource[]>;

/** In the order of the text. Made from an earlier version's at the cost of the resources that changed. */
export function indexReferrers(resources: ReadonlyMap<string, Resource>, previous: Template | undefined): Referrers {
  const before = previous?.resources;
  const stays = (resource: Resource) =>
    resources.get(resource.logicalId) === resource && before?.get(resource.logicalId) === resource;
  const all = [...resources.values()];
  const known = [...(before?.values() ?? [])];
  const staying = all.filter(stays);
  // Where one of two resources of a name goes, the other takes its turn without being another.
  const isReordered = known.filter(stays).some((resource, at) => resource !== staying[at]);
  if (isReordered) return indexReferrers(resources, undefined);
  const added = all.filter((resource) => !stays(resource));
  const gone = new Set(known.filter((resource) => !stays(resource)));
  const touched = new Map<string, Resource[]>();
  const index = new Map(previous?.referrers);
  const listOf = (name: string) => {
    const list = touched.get(name) ?? index.get(name)?.filter((resource) => !gone.has(resource)) ?? [];
    touched.set(name, list);
    return list;
  };
  for (const resource of gone) for (const name of keysOf(resource)) listOf(name);
  for (const resource of added) for (const name of keysOf(resource)) listOf(name).push(resource);
  const turns = new Map(all.map((resource, turn) => [resource, turn]));
  const turnOf = (resource: Resource) => turns.get(resource) ?? 0;
  for (const [name, list] of touched)
    index.set(
      name,
      list.sort((a, b) => turnOf(a) - turnOf(b)),
    );
  return index;
}

function keysOf(resource: Resource): readonly string[] {
  const { all, texts } = referencesOf(resource);
  return [...all, ...texts];
}
