import type { Resource, Template } from '#model';
import type { Exploration, Leaf } from './explore.ts';
import { type Answer, type Candidates, type Facts, World } from './world.ts';

/**
 * The shortest statement, in the author's own names, that tells the worlds of `hits` from all others of an exploration:
 * "IsProd is false", "Env is dev or test", "Cidr is left at its default"; undefined when they are all worlds.
 */
export function shortestWhen<T>(
  exploration: Exploration<T>,
  hits: ReadonlySet<Leaf<T>>,
  template: Template,
  subject: Resource | undefined,
): string | undefined {
  const { leaves } = exploration;
  const wanted = leaves.map((leaf) => hits.has(leaf));
  // Not every world was seen, so nothing shorter than what was seen is known to be true.
  if (exploration.blurred) return enumerate(leaves, wanted);
  if (hits.size === leaves.length) return undefined;
  const statements = statementsOf(exploration, template, subject);
  const groups = groupStatements(leaves);
  const single = [...statements, ...decidingGroups(leaves, wanted), ...groups].find((statement) =>
    sameAnswers(statement.holds, wanted),
  );
  if (single) return single.text;
  const all = [...statements, ...groups];
  return pairText(all, wanted) ?? enumerate(leaves, wanted);
}

interface Statement {
  readonly text: string;
  /** Its truth in each leaf. */
  readonly holds: readonly Answer[];
}

function sameAnswers(holds: readonly Answer[], wanted: readonly boolean[]): boolean {
  return holds.every((answer, at) => answer === wanted[at]);
}

/** What the named conditions, and whatever else had to be decided blindly, say of each leaf. */
function statementsOf<T>(
  { leaves, conditions, reads }: Exploration<T>,
  template: Template,
  subject: Resource | undefined,
): Statement[] {
  const names = [...conditions].filter((name) => name !== subject?.condition);
  const variables = subject?.variables ?? new Map();
  const worlds = leaves.map(({ facts }) => new World({ template, pins: NO_PINS, reads, script: undefined, facts }));
  const opaque = new Set(
    leaves.flatMap(({ facts }) => [...facts.opaque.keys()]).filter((name) => !conditions.has(name)),
  );
  return [
    ...names.flatMap((name) =>
      bothWays(
        name,
        worlds.map((world) => world.holds(name, variables)),
      ),
    ),
    ...[...opaque].flatMap((name) =>
      bothWays(
        name,
        leaves.map(({ facts }) => facts.opaque.get(name)),
      ),
    ),
  ];
}

const NO_PINS = new Map();

function bothWays(name: string, holds: readonly Answer[]): Statement[] {
  return [
    { text: `${name} is true`, holds },
    { text: `${name} is false`, holds: holds.map((answer) => (answer === undefined ? undefined : !answer)) },
  ];
}

/** For each parameter, whether its values alone tell hits from misses. */
function decidingGroups<T>(leaves: readonly Leaf<T>[], wanted: readonly boolean[]): Statement[] {
  return decidedNames(leaves).flatMap((name) => {
    const states = leaves.map(({ facts }) => facts.candidates.get(name));
    const [hits, misses] = [true, false].map((side) => union(states.filter((_, at) => wanted[at] === side)));
    if (!hits || !misses || meet(hits, misses)) return [];
    return [{ text: describe(hits, misses), holds: wanted }];
  });
}

/** For each parameter, a statement for every set of values that some leaf decided on. */
function groupStatements<T>(leaves: readonly Leaf<T>[]): Statement[] {
  return decidedNames(leaves).flatMap((name) => {
    const states = leaves.map(({ facts }) => facts.candidates.get(name));
    const whole = union(states);
    const distinct = new Map(states.flatMap((state) => (state ? [[keyOf(state), state] as const] : [])));
    return [...distinct.values()].flatMap((state) => {
      const rest = whole && difference(whole, state);
      return rest ? [{ text: describe(state, rest), holds: states.map((other) => relate(other, state)) }] : [];
    });
  });
}

function decidedNames<T>(leaves: readonly Leaf<T>[]): string[] {
  return [...new Set(leaves.flatMap(({ facts }) => [...facts.candidates.keys()]))];
}

type Values = Pick<Candidates, 'domain' | 'literals' | 'other'>;

/** All values of some leaves; undefined where a leaf did not decide, so that it could be any. */
function union(states: readonly (Candidates | undefined)[]): Values | undefined {
  const [first] = states;
  if (!first || states.includes(undefined)) return undefined;
  const known = states.flatMap((state) => state ?? []);
  return {
    domain: first.domain,
    literals: [...new Set(known.flatMap((state) => state.literals))],
    other: known.some((state) => state.other),
  };
}

function difference(a: Values, b: Values): Values {
  return {
    domain: a.domain,
    literals: a.literals.filter((literal) => !b.literals.includes(literal)),
    other: a.other && !b.other,
  };
}

function meet(a: Values, b: Values): boolean {
  return (a.other && b.other) || a.literals.some((literal) => b.literals.includes(literal));
}

function relate(state: Candidates | undefined, group: Values): Answer {
  if (!state) return undefined;
  if (!meet(state, group)) return false;
  const rest = difference(state, group);
  return rest.literals.length === 0 && !rest.other ? true : undefined;
}

function keyOf(state: Values): string {
  return JSON.stringify([state.literals, state.other]);
}

function describe(hits: Values, misses: Values): string {
  const { domain } = hits;
  const { name } = domain;
  const isDefault = hits.literals.length === 1 && hits.literals[0] === domain.default && !hits.other;
  if (isDefault && domain.open && misses.literals.length === 0) return `${name} is left at its default`;
  const positive = !hits.other && (misses.other || hits.literals.length <= misses.literals.length);
  return positive ? `${name} is ${listed(hits.literals)}` : `${name} is not ${listed(misses.literals)}`;
}

function listed(literals: readonly string[]): string {
  const shown = literals.map((literal) => (literal === '' ? 'empty' : literal));
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

/** "A and B", then "A or B", for two statements. */
function pairText(statements: readonly Statement[], wanted: readonly boolean[]): string | undefined {
  for (const word of ['and', 'or'] as const) {
    for (const [at, first] of statements.entries()) {
      const second = statements.slice(at + 1).find((candidate) => sameAnswers(combine(first, candidate, word), wanted));
      if (second) return `${first.text} ${word} ${second.text}`;
    }
  }
  return undefined;
}

function combine(a: Statement, b: Statement, word: 'and' | 'or'): Answer[] {
  const decisive = word === 'or';
  return a.holds.map((answer, at) => {
    const other = b.holds[at];
    if (answer === decisive || other === decisive) return decisive;
    return answer === undefined || other === undefined ? undefined : !decisive;
  });
}

/** The worlds one by one, when nothing shorter is true. */
function enumerate<T>(leaves: readonly Leaf<T>[], wanted: readonly boolean[]): string {
  const texts = leaves.flatMap(({ facts }, at) => (wanted[at] ? [describeFacts(facts)] : []));
  const [first = 'in some cases', second] = texts;
  if (texts.length <= 2) return second ? `${first}, or ${second}` : first;
  return `${first}, and in ${texts.length - 1} other cases`;
}

function describeFacts({ candidates, opaque }: Facts): string {
  const values = [...candidates.values()].map((state) => {
    const whole: Values = { domain: state.domain, literals: state.domain.literals, other: state.domain.open };
    return describe(state, difference(whole, state));
  });
  return [...values, ...[...opaque].map(([name, holds]) => `${name} is ${holds}`)].join(' and ');
}
