import { type AnyRule, activeRules } from '#analysis';
import type { Resource } from '#model';
import type { PropertyInfo } from '#schema';
import type { Document } from './document.ts';
import { link } from './hover-findings.ts';
import { firstSentences } from './prose.ts';
import { ASPECT_TITLES, type Who } from './responsibility.ts';
import { typesOf } from './rule-metadata.ts';

/** A property: what it does, what it may be, its default, what changing it costs, which rules look at it. */
export function describeProperty(
  document: Document,
  resource: Resource,
  path: readonly (string | number)[],
): readonly string[] {
  const { schema, analysis } = document;
  const { authoredType, type } = resource;
  const info = schema.property(authoredType, path);
  const whose = whoseProperty(document, resource, path);
  if (!info && whose.length === 0) return [];
  const text = schema.documentation(authoredType, path);
  const rules = (analysis ? activeRules(analysis.options) : []).filter((rule) =>
    looksAt(rule, type, String(path.find((step) => typeof step === 'string'))),
  );
  return [
    `**${info?.name ?? path.at(-1)}** · [AWS documentation](${schema.documentationUrl(authoredType, path)})`,
    ...whose,
    ...(text === undefined ? [] : [firstSentences(text, whose.length > 0 ? 2 : 3)]),
    ...oneParagraph([...(info ? facts(info) : []), cost(schema.replacement(authoredType, path))]),
    ...wishes(document, rules),
  ];
}

/** Whose part a property is: the duties that it carries. */
function whoseProperty(
  { responsibilities }: Document,
  { authoredType, type }: Resource,
  path: Path,
): readonly string[] {
  const asked = path.filter((step) => typeof step === 'string').join('.');
  const aspects = (responsibilities.of(type) ?? responsibilities.of(authoredType))?.aspects ?? [];
  return aspects
    .filter(({ applicable, properties }) =>
      properties.some(
        (property) =>
          applicable &&
          (property.type === type || property.type === authoredType) &&
          isWithin(asked, property.path.replaceAll('[]', '')),
      ),
    )
    .slice(0, 2)
    .map(({ aspect, who, sentence }) => `**${WHOSE[who]}**, ${ASPECT_TITLES[aspect].toLowerCase()}: ${sentence}`);
}

type Path = readonly (string | number)[];

const WHOSE: { readonly [who in Who]: string } = {
  aws: "AWS's part",
  you: 'Your part',
  shared: "AWS's part and yours",
};

/** Whether a property is the other, lies in it, or holds it. */
function isWithin(asked: string, carried: string): boolean {
  return asked === carried || asked.startsWith(`${carried}.`) || carried.startsWith(`${asked}.`);
}

/** What the rules want of a property, and the controls they answer. */
function wishes(document: Document, rules: readonly AnyRule[]): readonly string[] {
  if (rules.length === 0) return [];
  const lines = rules.slice(0, SHOWN).map((rule) => `- ${firstSentences(rule.remedy, 1)} (${link(document, rule.id)})`);
  const more = rules.slice(SHOWN).map(({ id }) => link(document, id));
  const controls = new Map<string, Set<string>>();
  for (const rule of rules) {
    for (const [framework, ids] of Object.entries(rule.controls)) {
      controls.set(framework, new Set([...(controls.get(framework) ?? []), ...ids]));
    }
  }
  const named = [...controls]
    .filter(([, ids]) => ids.size > 0)
    .map(([id, ids]) => `${id} ${[...ids].slice(0, 5).join(', ')}`);
  return [
    [...lines, ...(more.length > 0 ? [`- ${more.join(', ')}`] : [])].join('\n'),
    ...(named.length > 0 ? [`Controls: ${named.join(' · ')}`] : []),
  ];
}

const SHOWN = 3;

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
  const words = rule.id.split('-');
  return kebab.length > 3 && kebab.split('-').every((word) => words.includes(word));
}
