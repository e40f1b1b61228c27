import type { Place, Template } from '#model';
import { noSuchRule } from './near-rules.ts';
import type { AnyRule } from './rule.ts';
import { ignoresIn, ignoresOf } from './suppression.ts';

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
  const bodies = new Map([...template.resources.values()].map((resource) => [resource.body, resource]));
  const inMetadata = [...bodies.values()].flatMap((resource) => (resource.anchor ? [] : ignoresOf(resource)));
  return [...template.tree.blocks.flatMap(ignoresIn), ...inMetadata]
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) => ({ place, message: `Nothing is ignored: ${noSuchRule(rules, id)}` }));
}

const known = new WeakMap<readonly AnyRule[], ReadonlySet<string>>();

function idsOf(rules: readonly AnyRule[]): ReadonlySet<string> {
  const ids = known.get(rules) ?? new Set(rules.map(({ id }) => id));
  known.set(rules, ids);
  return ids;
}
