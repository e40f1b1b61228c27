import { entryNamed, isNull, plainList, plainMap, plainText, valueNamed } from './read-node.ts';
import type { SectionEntry } from './section-entry.ts';
import type { Condition, Mapping, Output, Parameter, RuleSection } from './template.ts';

/** A parameter as declared; malformed declarations read as a String without default. */
export const readParameter = perEntry((entry): Parameter => {
  const body = plainMap(entry.value);
  const allowed = body && plainList(valueNamed(body, 'AllowedValues'));
  return {
    name: entry.key.text,
    block: entry.block,
    key: entry.key,
    body,
    type: (body && plainText(valueNamed(body, 'Type'))) ?? 'String',
    default: body && entryNamed(body, 'Default')?.value,
    allowedValues: allowed?.items.flatMap((item) => plainText(item) ?? []),
    noEcho: (body && plainText(valueNamed(body, 'NoEcho')))?.toLowerCase() === 'true',
  };
});

/** A named condition; undefined without a body. */
export const readCondition = perEntry((entry): Condition | undefined =>
  isNull(entry.value) ? undefined : { name: entry.key.text, block: entry.block, key: entry.key, body: entry.value },
);

/** A mapping; undefined unless it is a map. */
export const readMapping = perEntry((entry): Mapping | undefined => {
  const body = plainMap(entry.value);
  return body && { name: entry.key.text, block: entry.block, body };
});

/** An entry of Rules; undefined unless it is a map. */
export const readRuleSection = perEntry((entry): RuleSection | undefined => {
  const body = plainMap(entry.value);
  return body && { name: entry.key.text, block: entry.block, body };
});

/** An output; undefined unless it is a map. */
export const readOutput = perEntry((entry): Output | undefined => {
  const body = plainMap(entry.value);
  return body && { name: entry.key.text, block: entry.block, key: entry.key, body };
});

/** Reads each entry once in its life: an unchanged entry gives the same entity in every later template. */
function perEntry<T>(read: (entry: SectionEntry) => T): (entry: SectionEntry) => T {
  const cache = new WeakMap<object, { readonly entity: T }>();
  return (entry) => {
    const known = cache.get(entry.value);
    if (known) return known.entity;
    const entity = read(entry);
    cache.set(entry.value, { entity });
    return entity;
  };
}
