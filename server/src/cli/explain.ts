import type { AnyRule } from '#analysis';
import { UsageError } from './arguments.ts';
import type { Colors } from './format/pretty.ts';
import { noSuchRule } from './near-rules.ts';

/** What `remit explain RULE` prints. Throws a UsageError, with the nearest id, for a rule that does not exist. */
export function explainRule(rules: readonly AnyRule[], id: string, colors: Colors): string {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new UsageError(noSuchRule(rules, id));
  const { title, severity, category, profile, why, remedy, references, examples, peers, controls } = rule;
  const shown = examples.find(({ bad }) => bad !== undefined);
  const named = Object.entries({ ...peers, ...controls }).filter(([, ids]) => ids && ids.length > 0);
  return [
    `${colors.bold(title)}\n${id} · ${severity} · ${category} · ${profile}`,
    why,
    `${colors.bold('What to do')}\n${remedy}`,
    ...(shown?.bad === undefined ? [] : [`${colors.bold('Flagged')}\n${withoutMarks(shown.bad)}`]),
    ...(shown?.good === undefined ? [] : [`${colors.bold('Fixed')}\n${withoutMarks(shown.good)}`]),
    ...(named.length === 0 ? [] : [named.map(([source, ids]) => `${source}: ${ids?.join(', ')}`).join('\n')]),
    ...(references.length === 0 ? [] : [references.join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The lines that mark what is flagged are for the tests. */
function withoutMarks(example: string): string {
  return example.replace(/^\s*#\s*\^+\s*\n/gm, '').trimEnd();
}
