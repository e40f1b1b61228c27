import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AnalysisOptions, Finding } from '#analysis';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { createService } from '#service';
import { detectLanguage, type Language, type SyntaxTree } from '#syntax';

/** A template to begin with. */
export interface Start {
  readonly name: string;
  readonly text: string;
  readonly language: Language;
}

const examples = resolve(import.meta.dirname, '../../../examples');

/** The templates shipped as examples and those in the rules. */
export const starts: readonly Start[] = [
  ...readdirSync(examples)
    .filter((name) => /\.(yaml|json)$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(resolve(examples, name), 'utf8');
      return { name, text, language: detectLanguage(name, text) };
    }),
  ...rules.flatMap(({ id, examples: own }) =>
    own.flatMap(({ bad, silent }) =>
      [bad, silent].flatMap((text): Start[] => (text ? [{ name: id, text, language: 'yaml' }] : [])),
    ),
  ),
];

/** The engine with all rules; without tables of resource types, which change no finding's place or fix. */
export const service = createService({
  rules,
  schema: createSchema({ resources: () => '', iamActions: () => '', docs: () => '' }),
});

/** Every rule on. */
export const options: AnalysisOptions = service.options({ profile: 'strict' });

/** What an author sees of findings, as plain data. */
export function describeFindings(findings: readonly Finding[], tree: SyntaxTree): readonly unknown[] {
  return findings.map(({ rule, resource, severity, message, when, place, related, peers }) => ({
    rule: rule.id,
    resource: resource?.logicalId,
    severity,
    message,
    when,
    at: (tree.startOf(place.block) ?? 0) + place.span.start,
    to: (tree.startOf(place.block) ?? 0) + place.span.end,
    related: related.map((each) => [each.message, (tree.startOf(each.place.block) ?? 0) + each.place.span.start]),
    peers,
  }));
}
