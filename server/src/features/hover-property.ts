import type { AnyRule } from '#analysis';
import type { Resource } from '#model';
import type { PropertyInfo } from '#schema';
import type { Document } from './document.ts';
import { link } from './hover-findings.ts';
import { firstSentences } from './prose.ts';
import { typesOf } from './rule-metadata.ts';

/** A property: what it does, what it may be, its default, what changing it costs, which rules look at it. */
export function describeProperty(
  document: Document,
  { authoredType, type }: Resource,
  path: readonly (string | number)[],
): readonly string[] {
  const { schema, analysis } = document;
  const info = schema.property(authoredType, path);
  if (!info) return [];
  const text = schema.documentation(authoredType, path);
  const rules = (analysis?.options.rules ?? []).filter((rule) =>
    looksAt(rule, type, String(path.find((step) => typeof step === 'string'))),
  );
  return [
    `**${info.name}** · [AWS documentation](${schema.documentationUrl(authoredType, path)})`,
    ...(text === undefined ? [] : [firstSentences(text, 3)]),
    ...oneParagraph([...facts(info), cost(schema.replacement(authoredType, path))]),
    ...(rules.length === 0 ? [] : [`Rules: ${rules.map(({ id }) => link(document, id)).join(', ')}`]),
  ];
}

function oneParagraph(sentences: readonly (string | undefined)[]): string[] {
  const said = sentences.filter((sentence) => sentence !== undefined);
  return said.length === 0 ? [] : [said.join(' ')];
}

function facts(info: PropertyInfo): (string | undefined)[] {
  const values = info.enumValues ?? [];
  return [
    info.required ? 'Required.' : undefined,
    info.deprecated ? 'AWS advises against it.' : undefined,
    info.default === undefined ? undefined : `Default: \`${JSON.stringify(info.default)}\`.`,
    values.length === 0 || values.length > 12
      ? undefined
      : `One of ${values.map((value) => `\`${value}\``).join(', ')}.`,
  ];
}

function cost(replacement: 'always' | 'sometimes' | 'never' | 'unknown'): string | undefined {
  if (replacement === 'always') return 'Changing it replaces the resource.';
  if (replacement === 'sometimes') return 'Some changes of it replace the resource.';
  return replacement === 'never' ? 'Changing it does not replace the resource.' : undefined;
}

/**
 * Whether a rule is about a property. Rules do not declare what they read; but one names the property in its words, or has it in
 * its id: `s3-bucket-versioning` is about `VersioningConfiguration`.
 */
function looksAt(rule: AnyRule, type: string, property: string): boolean {
  if (!typesOf(rule).includes(type)) return false;
  const named = new RegExp(`\\b${property}\\b`);
  if (named.test(rule.remedy) || named.test(rule.why) || named.test(rule.title)) return true;
  const stem = property.replace(/(Configuration|Specification|Policy|Enabled)$/, '');
  const kebab = stem.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return kebab.length > 3 && `-${rule.id}-`.includes(`-${kebab}-`);
}
