import { remember } from '#syntax';
import { referencesOf } from './references.ts';
import type { Resource, Template } from './template.ts';

/** Per name (or text, by `textKeyOf`), the logical ids of the resources whose properties mention it, in the order of the text. */
export interface Referrers {
  of(name: string): readonly string[];
  /** The names whose lists differ between an earlier index and this one. Cheap where one was made from the other. */
  changedSince(earlier: Referrers): readonly string[];
}

type Lists = ReadonlyMap<string, readonly string[]>;
type Resources = ReadonlyMap<string, Resource>;

const NONE: readonly string[] = [];
/** From this many changed names on they are merged into the base: what is copied on each edit stays small. */
const MOST_CHANGES = 1000;

/** Made from an earlier template's at the cost of the resources that changed; `ids` are theirs where no others came or went. */
export function indexReferrers(
  resources: Resources,
  previous: Template | undefined,
  ids?: readonly string[],
): Referrers {
  const earlier = previous?.referrers;
  if (!previous || !(earlier instanceof Index) || !(ids || keepsOrder(previous.resources, resources))) {
    return new Index(listAll(resources), new Map());
  }
  const changes = new Map(earlier.changes);
  const update = (name: string, change: (ids: readonly string[]) => readonly string[]) =>
    changes.set(name, change(changes.get(name) ?? earlier.base.get(name) ?? NONE));
  let turns: ReadonlyMap<string, number> | undefined;
  const inOrder = (ids: readonly string[]) => {
    turns ??= new Map([...resources.keys()].map((id, turn) => [id, turn]));
    return ids.toSorted((a, b) => (turns?.get(a) ?? 0) - (turns?.get(b) ?? 0));
  };
  for (const id of ids ?? changedIds(previous.resources, resources)) {
    const before = keysOf(previous.resources.get(id));
    const now = keysOf(resources.get(id));
    for (const name of before) if (!now.has(name)) update(name, (ids) => ids.filter((other) => other !== id));
    for (const name of now) if (!before.has(name)) update(name, (ids) => inOrder([...ids, id]));
  }
  return changes.size < MOST_CHANGES
    ? new Index(earlier.base, changes)
    : new Index(new Map([...earlier.base, ...changes]), new Map());
}

class Index implements Referrers {
  readonly base: Lists;
  readonly changes: Lists;

  constructor(base: Lists, changes: Lists) {
    this.base = base;
    this.changes = changes;
  }

  of(name: string): readonly string[] {
    return this.changes.get(name) ?? this.base.get(name) ?? NONE;
  }

  changedSince(earlier: Referrers): readonly string[] {
    const maps = earlier instanceof Index ? [earlier.changes, this.changes] : [];
    if (earlier instanceof Index && earlier.base !== this.base) maps.push(earlier.base, this.base);
    const names = new Set<string>();
    for (const map of maps) {
      for (const name of map.keys()) if (!sameIds(earlier.of(name), this.of(name))) names.add(name);
    }
    return [...names];
  }
}

function listAll(resources: Resources): Lists {
  const lists = new Map<string, string[]>();
  for (const [id, resource] of resources) {
    for (const name of keysOf(resource)) {
      const list = lists.get(name);
      if (list) list.push(id);
      else lists.set(name, [id]);
    }
  }
  return lists;
}

const NO_KEYS: ReadonlySet<string> = new Set();

function keysOf(resource: Resource | undefined): ReadonlySet<string> {
  return resource ? keysIn(resource) : NO_KEYS;
}

const keysIn = remember((resource: Resource): ReadonlySet<string> => {
  const { all, texts } = referencesOf(resource);
  return new Set([...all, ...texts]);
});

function changedIds(before: Resources, now: Resources): readonly string[] {
  const ids: string[] = [];
  for (const [id, resource] of before) if (now.get(id) !== resource) ids.push(id);
  for (const id of now.keys()) if (!before.has(id)) ids.push(id);
  return ids;
}

/** Whether the resources that stay come in the same order. */
function keepsOrder(before: Resources, now: Resources): boolean {
  const staying = [...now.keys()].filter((id) => before.has(id));
  let at = 0;
  for (const id of before.keys()) if (now.has(id) && id !== staying[at++]) return false;
  return true;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, at) => id === b[at]));
}
