import type { MapEntry, MapNode, SyntaxNode } from '#syntax';
import { entryNamed, isNull, plainList, plainMap, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource, WriteTarget } from '../template.ts';
import { liftedMap } from './lifted-map.ts';

/**
 * A resource's properties over the Globals for its kind, by SAM's rules: maps merge, lists join with the global items first,
 * of anything else the resource's own wins. A missing property is written in the resource.
 */
export function mergeGlobals(resource: Resource, globals: MapNode | undefined, kind: string): LiftedMap {
  const own = plainMap(resource.properties);
  const shared = globals && plainMap(valueNamed(globals, kind));
  return liftedMap(mergeEntries(shared, own), (key) => targetIn(resource, key), resource.properties ?? resource.key);
}

function mergeEntries(shared: MapNode | undefined, own: MapNode | undefined): MapEntry[] {
  const entries = [...(own?.entries ?? [])];
  for (const entry of shared?.entries ?? []) {
    const at = entries.findIndex((other) => other.key.text === entry.key.text);
    const local = entries[at];
    if (!local || isNull(local.value)) entries[at < 0 ? entries.length : at] = entry;
    else entries[at] = { ...local, value: mergeNodes(entry.value, local.value) };
  }
  return entries;
}

function mergeNodes(shared: SyntaxNode, own: SyntaxNode): SyntaxNode {
  const [sharedMap, ownMap] = [plainMap(shared), plainMap(own)];
  if (sharedMap && ownMap) {
    return liftedMap(mergeEntries(sharedMap, ownMap), (key) => ({ at: ownMap, path: [key] }), ownMap);
  }
  const [sharedList, ownList] = [plainList(shared), plainList(own)];
  return sharedList && ownList ? { ...ownList, items: [...sharedList.items, ...ownList.items] } : own;
}

function targetIn(resource: Resource, key: string): WriteTarget {
  const properties = entryNamed(resource.body, 'Properties')?.value;
  return properties?.kind === 'map' && !properties.tag
    ? { at: properties, path: [key] }
    : { at: resource.body, path: ['Properties', key] };
}
