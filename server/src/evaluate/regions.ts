import type { Exploration, Leaf } from './explore.ts';
import type { Candidates, Facts } from './world.ts';

/**
 * Whether something holds in a world in which it did not hold before, by the explorations of two versions of a template. Where
 * not all worlds could be seen it may.
 */
export function holdsInMoreWorlds<T, U>(
  before: Exploration<T>,
  heldBefore: (outcome: T) => boolean,
  after: Exploration<U>,
  holdsNow: (outcome: U) => boolean,
): boolean {
  const now = after.leaves.filter(({ outcome }) => holdsNow(outcome));
  if (now.length > 0 && (before.blurred || after.blurred)) return true;
  const free = before.leaves.filter(({ outcome }) => !heldBefore(outcome));
  return now.some((leaf) => free.some((other) => canMeet(leaf, other)));
}

/** Whether there is a world of which the decisions of both are true. */
function canMeet({ facts: a }: Leaf<unknown>, { facts: b }: Leaf<unknown>): boolean {
  return agree(a, b) && [...a.opaque].every(([text, holds]) => (b.opaque.get(text) ?? holds) === holds);
}

function agree(a: Facts, b: Facts): boolean {
  return [...a.candidates].every(([name, state]) => {
    const other = b.candidates.get(name);
    if (!other || (state.other && other.other)) return true;
    const values = new Set(valuesOf(state));
    return valuesOf(other).some((value) => values.has(value));
  });
}

/** The default counts as itself, whatever it is: what is left alone is left alone before and after it changed. */
function valuesOf({ domain, literals }: Candidates): readonly (string | typeof LEFT_ALONE)[] {
  return literals.map((literal) => (literal === domain.default && domain.open ? LEFT_ALONE : literal));
}

const LEFT_ALONE = Symbol('left at its default');
