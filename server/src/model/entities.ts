import { type Block, remember, type SyntaxNode } from '#syntax';
import { bindingsOf, boundValue, describeVariables, fillVariables, type Variables } from './loops.ts';
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

/** A named condition, or those that a loop makes of its body, as far as it tells what it goes over; none without a body. */
export const readConditions = perEntry((entry): readonly Condition[] => {
  if (isNull(entry.value)) return [];
  const { block, key, value: body } = entry;
  return (bindingsOf(closed(entry.variables)) ?? []).flatMap((variables) => {
    const name = fillVariables(key.text, variables, boundValue);
    return name === undefined ? [] : [{ name, block, key, body, variables }];
  });
});

/** The values that are known, as if there were no others. */
function closed(variables: Variables): Variables {
  return new Map([...variables].map(([name, domain]) => [name, { ...domain, open: false }]));
}

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
  return (
    body && {
      name: entry.key.text,
      block: entry.block,
      key: entry.key,
      body,
      variables: entry.variables,
      anchor: entry.anchor,
    }
  );
});

/** Reads each entry once in its life: an unchanged entry gives the same entity in every later template. */
function perEntry<T>(read: (entry: SectionEntry) => T): (entry: SectionEntry) => T {
  const last = remember((_: SyntaxNode): { reading?: { entity: T; block: Block; variables: string } } => ({}));
  return (entry) => {
    const { block } = entry;
    const variables = describeVariables(entry.variables);
    const kept = last(entry.value);
    const known = kept.reading;
    if (known && known.block === block && known.variables === variables) return known.entity;
    const entity = read(entry);
    kept.reading = { entity, block, variables };
    return entity;
  };
}
