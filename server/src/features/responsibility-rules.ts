import { type AnalysisOptions, type AnyRule, type Aspect, activeRules } from '#analysis';
import { typesOf } from './rule-metadata.ts';

/** The rules that are active and look at a resource type in one aspect; none where nothing can tell. */
export function rulesFor(options: AnalysisOptions, type: string, aspect: Aspect): readonly AnyRule[] {
  return indexOf(options).get(`${type} ${aspect}`) ?? NONE;
}

const NONE: readonly AnyRule[] = [];
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
