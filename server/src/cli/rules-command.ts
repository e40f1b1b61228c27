import type { AnyRule } from '#analysis';
import { ruleMetadata } from '#features';
import type { Colors } from './format/pretty.ts';
import { countOf } from './format/words.ts';

/** What `remit rules` prints. */
export function listRules(rules: readonly AnyRule[], format: 'pretty' | 'json', colors: Colors): string {
  const described = ruleMetadata(rules);
  if (format === 'json') return `${JSON.stringify({ rules: described }, undefined, 2)}\n`;
  const widest = Math.max(0, ...described.map(({ id }) => id.length));
  const lines = described.map(
    ({ id, title, severity, profile }) =>
      `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${profile.padEnd(11)}  ${colors.dim(title)}\n`,
  );
  return `${lines.join('')}${countOf(described.length, 'rule')}. More on one: remit explain RULE\n`;
}
