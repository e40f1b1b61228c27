import { type AnyRule, hasControl } from '#analysis';
import { ruleMetadata } from '#features';
import type { RulesCommand } from './arguments.ts';
import type { Colors } from './format/pretty.ts';
import { countOf } from './format/words.ts';
import { knownFramework } from './known-framework.ts';

/** What `remit rules` prints. Throws a UsageError for a framework that is not known. */
export function listRules(rules: readonly AnyRule[], { format, framework: id }: RulesCommand, colors: Colors): string {
  const framework = knownFramework('--framework', id, rules);
  const described = ruleMetadata(framework === undefined ? rules : rules.filter((rule) => hasControl(rule, framework)));
  if (format === 'json') return `${JSON.stringify({ rules: described }, undefined, 2)}\n`;
  const widest = Math.max(0, ...described.map(({ id }) => id.length));
  const lines = described.map(({ id, title, severity, profile, controls }) => {
    const checked = framework === undefined ? '' : `  ${controls[framework]?.join(', ')}`;
    return `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${profile.padEnd(11)}  ${colors.dim(title)}${checked}\n`;
  });
  const whose = framework === undefined ? '' : ` with a control of ${framework}`;
  return `${lines.join('')}${countOf(described.length, 'rule')}${whose}. More on one: remit explain RULE\n`;
}
