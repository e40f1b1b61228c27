import { type AnyRule, frameworksOf } from '#analysis';
import { UsageError } from './arguments.ts';

/** A framework by its id, undefined for none. Throws a UsageError, with where it was named, for one that no rule checks a control of. */
export function knownFramework(where: string, id: string | undefined, rules: readonly AnyRule[]): string | undefined {
  if (id === undefined) return undefined;
  const known = frameworksOf(rules);
  if (!known.includes(id)) throw new UsageError(`${where} is one of ${known.join(', ')}, not "${id}"`);
  return id;
}
