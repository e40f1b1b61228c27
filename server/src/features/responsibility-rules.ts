import type { AnalysisOptions, AnyRule, Aspect, Profile } from '#analysis';
import { typesOf } from './rule-metadata.ts';

/** The rules that are active and look at a resource type in one aspect; none where nothing can tell. */
export function rulesFor(options: AnalysisOptions, type: string, aspect: Aspect): readonly AnyRule[] {
  return indexOf(options).get(`${type} ${aspect}`) ?? NONE;
}

/** The rules that run: those of the profile that are not switched off. */
export function activeRules({ rules, profile, disabled }: AnalysisOptions): readonly AnyRule[] {
  return rules.filter((rule) => RANK[rule.profile] <= RANK[profile] && !disabled.has(rule.id));
}

const NONE: readonly AnyRule[] = [];
const RANK: { readonly [profile in Profile]: number } = { essential: 0, recommended: 1, strict: 2 };
const indexes = new WeakMap<AnalysisOptions, ReadonlyMap<string, readonly AnyRule[]>>();

function indexOf(options: AnalysisOptions): ReadonlyMap<string, readonly AnyRule[]> {
  const known = indexes.get(options);
  if (known) return known;
  const index = new Map<string, AnyRule[]>();
  for (const rule of activeRules(options)) {
    for (const type of typesOf(rule)) {
      const key = `${type} ${rule.aspect}`;
      const group = index.get(key);
      if (group) group.push(rule);
      else index.set(key, [rule]);
    }
  }
  indexes.set(options, index);
  return index;
}
