import type { Place, Template } from '#model';
import { noSuchRule } from './near-rules.ts';
import type { AnyRule } from './rule.ts';
import { type Ignore, ignoresIn, ignoresOf } from './suppression.ts';

/** An id that the author says to ignore and that no rule has, so that nothing is ignored. */
export interface UnknownIgnore {
  readonly place: Place;
  readonly message: string;
}

/**
 * The ids in `# remit-ignore` comments and in `Metadata: { remit: … }` that no rule has, in the order of the text. What stands in the
 * Metadata of another scanner is that scanner's.
 */
export function unknownIgnores(template: Template, rules: readonly AnyRule[]): readonly UnknownIgnore[] {
  const ids = idsOf(rules);
  return ignoresOfTemplate(template)
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) => ({ place, message: `Nothing is ignored: ${noSuchRule(rules, id)}` }));
}

/** Loops, because this runs at every keystroke over all blocks and resources, and hardly any has something to say. */
function ignoresOfTemplate({ tree, resources }: Template): readonly Ignore[] {
  const ignores: Ignore[] = [];
  for (const block of tree.blocks) ignores.push(...ignoresIn(block));
  const seen = new Set<unknown>();
  for (const resource of resources.values()) {
    const own = resource.anchor ? [] : ignoresOf(resource.body);
    // What SAM makes of a resource has its body.
    if (own.length === 0 || seen.has(resource.body)) continue;
    seen.add(resource.body);
    ignores.push(...own);
  }
  return ignores;
}

const known = new WeakMap<readonly AnyRule[], ReadonlySet<string>>();

function idsOf(rules: readonly AnyRule[]): ReadonlySet<string> {
  const ids = known.get(rules) ?? new Set(rules.map(({ id }) => id));
  known.set(rules, ids);
  return ids;
}
