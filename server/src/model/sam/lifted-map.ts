import type { MapEntry, SyntaxNode } from '#syntax';
import { entryNamed, isNull } from '../read-node.ts';
import type { LiftedMap, Resource, WriteTarget } from '../template.ts';

/** A map that stands in for an authored one. Where it has no text of its own, `at` is pointed at. */
export function liftedMap(
  entries: readonly MapEntry[],
  authored: (key: string) => WriteTarget | undefined,
  at: SyntaxNode,
): LiftedMap {
  const { span, block } = at;
  return {
    kind: 'map',
    style: 'block',
    span,
    block,
    tag: undefined,
    anchor: undefined,
    entries,
    lifted: true,
    authored,
  };
}

/** An entry whose key is pointed at where `key` stands, under the name that CloudFormation has for it. */
export function liftedEntry(name: string, value: SyntaxNode, key: SyntaxNode): MapEntry {
  const { span, block } = key;
  const scalar = { kind: 'scalar', style: 'plain', span, block, tag: undefined, anchor: undefined } as const;
  return { key: { ...scalar, value: name, text: name }, value, span };
}

/** A text that nobody wrote, such as a type that SAM fills in. */
export function liftedText(text: string, at: SyntaxNode): SyntaxNode {
  const { span, block } = at;
  return { kind: 'scalar', style: 'double', span, block, tag: undefined, anchor: undefined, value: text, text };
}

/** Nothing, where a node stands that means something else. */
export function liftedNull(at: SyntaxNode): SyntaxNode {
  const { span, block } = at;
  return { kind: 'scalar', style: 'plain', span, block, tag: undefined, anchor: undefined, value: null, text: '' };
}

/** A list of authored nodes. */
export function liftedList(items: readonly SyntaxNode[], at: SyntaxNode): SyntaxNode {
  const { span, block } = at;
  return { kind: 'list', style: 'block', span, block, tag: undefined, anchor: undefined, items };
}

/**
 * A map with some keys renamed (`to` is CloudFormation's name), others dropped, the rest as they are. Missing keys are written
 * under the authored name.
 */
export function renamed(map: LiftedMap, names: { readonly [authored: string]: string | undefined }): LiftedMap {
  const entries = map.entries.flatMap((entry): MapEntry[] => {
    const { text } = entry.key;
    if (!Object.hasOwn(names, text)) return [entry];
    const name = names[text];
    return name === undefined ? [] : [{ ...entry, key: { ...entry.key, value: name, text: name } }];
  });
  const authoredName = new Map(Object.entries(names).map(([authored, name]) => [name, authored]));
  return { ...map, entries, authored: (key) => map.authored(authoredName.get(key) ?? key) };
}

/** A map with one more entry; its missing keys are written by the entry's own rule. */
export function withEntry(map: LiftedMap, entry: MapEntry | undefined): LiftedMap {
  return entry ? { ...map, entries: [...map.entries, entry] } : map;
}

/** A map of which only these keys are written when they are missing: SAM takes no others. */
export function writableAt(map: LiftedMap, names: readonly string[]): LiftedMap {
  return { ...map, authored: (key) => (names.includes(key) ? map.authored(key) : undefined) };
}

/** A map with only these of its keys. */
export function picked(map: LiftedMap, names: readonly string[]): LiftedMap {
  return { ...writableAt(map, names), entries: map.entries.filter((entry) => names.includes(entry.key.text)) };
}

/**
 * A map of one key that SAM has at the level above: `Tracing: Active` is `TracingConfig: { Mode: Active }`. It is there even
 * without its key, so that the missing key knows where it is written.
 */
export function wrapped(map: LiftedMap, authored: string, outer: string, inner: string, resource: Resource): MapEntry {
  const entry = entryNamed(map, authored);
  const entries = entry && !isNull(entry.value) ? [liftedEntry(inner, entry.value, entry.key)] : [];
  const value = liftedMap(
    entries,
    (key) => (key === inner ? map.authored(authored) : undefined),
    entry?.key ?? resource.key,
  );
  return liftedEntry(outer, value, entry?.key ?? resource.key);
}

/** Nothing of a map can be written. */
export function unwritable(): undefined {
  return undefined;
}
