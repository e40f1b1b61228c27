import type { SyntaxNode } from '#syntax';
import type { Fragment } from './intent.ts';

/** What a node means, free of spelling: short and long forms of an intrinsic function, quotes and layout are the same. */
export type Data =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Data[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Data])[] }
  | { readonly kind: 'alias'; readonly name: string }
  | { readonly kind: 'anchor'; readonly name: string; readonly of: Data };

/** What a node will mean once something is done to it; undefined where nothing is done to this very node. */
export type Change = (node: SyntaxNode) => Data | undefined;

/** The meaning of a node, with `change` asked first for each node inside. */
export function dataOf(node: SyntaxNode, change: Change = () => undefined): Data {
  const changed = change(node);
  if (changed) return changed;
  const data = plainData(node, change);
  return node.anchor === undefined ? data : { kind: 'anchor', name: node.anchor, of: data };
}

/** The meaning of a node's own content, whatever `change` says of the node itself. */
export function plainData(node: SyntaxNode, change: Change): Data {
  const content = contentData(node, change);
  return node.tag ? callData(longName(node.tag.name), content) : content;
}

function contentData(node: SyntaxNode, change: Change): Data {
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', value: node.value, text: node.value === null ? '' : node.text };
    case 'alias':
      return { kind: 'alias', name: node.name };
    case 'list':
      return { kind: 'list', items: node.items.map((item) => dataOf(item, change)) };
    case 'map':
      return mapData(node.entries.map((entry) => [entry.key.text, dataOf(entry.value, change)] as const));
  }
}

/** The meaning of a fragment. */
export function fragmentData(fragment: Fragment): Data {
  if (isList(fragment)) return { kind: 'list', items: fragment.map(fragmentData) };
  if (isMap(fragment))
    return mapData(Object.entries(fragment).map(([key, value]) => [key, fragmentData(value)] as const));
  return { kind: 'scalar', value: fragment, text: String(fragment) };
}

/** A map's meaning; of a sole `Fn::GetAtt` the dotted form is the list. */
export function mapData(entries: readonly (readonly [string, Data])[]): Data {
  const [first] = entries;
  if (first && entries.length === 1) return callData(first[0], first[1]);
  return { kind: 'map', entries };
}

function callData(name: string, content: Data): Data {
  const argument = name === 'Fn::GetAtt' ? attributeData(content) : content;
  return { kind: 'map', entries: [[name, argument]] };
}

function attributeData(content: Data): Data {
  if (content.kind !== 'scalar' || typeof content.value !== 'string' || !content.value.includes('.')) return content;
  const dot = content.value.indexOf('.');
  const parts = [content.value.slice(0, dot), content.value.slice(dot + 1)];
  return { kind: 'list', items: parts.map((part) => ({ kind: 'scalar', value: part, text: part })) };
}

/** The long form of a short one: `!Sub` is `Fn::Sub`, but `!Ref` is `Ref`. */
function longName(tag: string): string {
  const name = tag.replace(/^!/, '');
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

/** Whether two meanings are equal; `order` says whether the order of keys counts. */
export function sameData(a: Data, b: Data, order: 'ordered' | 'unordered'): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value && a.text === b.text;
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (a.kind === 'anchor') return b.kind === 'anchor' && a.name === b.name && sameData(a.of, b.of, order);
  if (a.kind === 'list') {
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => isSame(item, b.items[index], order))
    );
  }
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  if (order === 'ordered') {
    return a.entries.every(
      ([key, value], index) => key === b.entries[index]?.[0] && isSame(value, b.entries[index]?.[1], order),
    );
  }
  const others = new Map(b.entries);
  return others.size === a.entries.length && a.entries.every(([key, value]) => isSame(value, others.get(key), order));
}

function isSame(a: Data, b: Data | undefined, order: 'ordered' | 'unordered'): boolean {
  return b !== undefined && sameData(a, b, order);
}

/** Whether a node already says what a fragment says, in whatever words and order. */
export function saysSame(node: SyntaxNode, fragment: Fragment): boolean {
  return sameData(dataOf(node), fragmentData(fragment), 'unordered');
}

/** Whether two fragments say the same. */
export function sameFragment(a: Fragment, b: Fragment): boolean {
  return sameData(fragmentData(a), fragmentData(b), 'unordered');
}

/** Whether a fragment is a list. */
export function isList(fragment: Fragment): fragment is readonly Fragment[] {
  return Array.isArray(fragment);
}

/** Whether a fragment is a map, an intrinsic function included. */
export function isMap(fragment: Fragment): fragment is { readonly [key: string]: Fragment } {
  return typeof fragment === 'object' && !isList(fragment);
}

/** The name and argument of an intrinsic function in long form; undefined for any other fragment. */
export function callOf(fragment: Fragment): readonly [name: string, argument: Fragment] | undefined {
  if (!isMap(fragment)) return undefined;
  const entries = Object.entries(fragment);
  const [first] = entries;
  if (!first || entries.length !== 1) return undefined;
  return first[0] === 'Ref' || /^Fn::[A-Za-z0-9]+$/.test(first[0]) ? first : undefined;
}
