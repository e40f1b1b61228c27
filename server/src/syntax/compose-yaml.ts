import type { CST } from 'yaml';
import type { Span } from '#text';
import { depthMessage, maxDepth } from './block.ts';
import { composeScalar, emptyScalar } from './compose-yaml-scalar.ts';
import { type Composition, fault, reportDuplicates, shorten, unexpected } from './composition.ts';
import { makeList, makeMap } from './make-node.ts';
import type { AliasNode, ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode, Tag } from './node.ts';
import { type Props, readEnd, readProps, type SourceToken } from './read-yaml-props.ts';

type Token = CST.Token;

type Item = CST.CollectionItem;

/** Turns a token of the `yaml` package's concrete syntax tree into a node; what is wrong with it becomes errors. */
export function composeNode(to: Composition, token: Token | null | undefined, props: Props, depth: number): SyntaxNode {
  if (!token) return finish(to, emptyScalar(to, props), props);
  if (depth > maxDepth) {
    fault(to, depthMessage, token.offset);
    return finish(to, emptyScalar(to, { ...props, end: token.offset }), props);
  }
  switch (token.type) {
    case 'alias':
      return composeAlias(to, token, props);
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
    case 'block-scalar':
      return finish(to, composeScalar(to, token, props), props);
    case 'block-map':
      return finish(to, composeBlockMap(to, token, depth), props);
    case 'block-seq':
      return finish(to, composeBlockList(to, token, depth), props);
    case 'flow-collection':
      return finish(to, composeFlow(to, token, depth), props);
    default:
      unexpected(to, token);
      return finish(to, emptyScalar(to, { ...props, end: token.offset }), props);
  }
}

/** Node literals are all made with the same keys in the same order, so that the engine gives them one hidden class. */
function finish<T extends SyntaxNode>(to: Composition, node: T, { anchor, tag }: Props): T {
  if (!anchor && !tag) return node;
  const name = anchor?.source.slice(1);
  if (name === '') fault(to, 'The anchor `&` needs a name.', anchor?.offset ?? 0);
  const finished = { ...node, tag: tag && toTag(tag), anchor: name };
  if (anchor) to.anchors.push(finished);
  return finished;
}

/** Tags of the core schema say how to read a value and nothing else, so they are applied and dropped. */
function toTag(token: SourceToken): Tag | undefined {
  if (isCoreTag(token.source)) return undefined;
  return { name: token.source, span: spanOfToken(token) };
}

function isCoreTag(name: string): boolean {
  if (name === '!') return true;
  if (!name.startsWith('!!')) return false;
  return ['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq'].includes(name);
}

function composeAlias(to: Composition, token: CST.FlowScalar, props: Props): SyntaxNode {
  if (props.anchor || props.tag)
    fault(to, 'An alias takes no tag and no anchor; remove it.', (props.tag ?? props.anchor)?.offset ?? 0);
  const name = token.source.slice(1);
  if (name === '') fault(to, 'The alias `*` needs a name.', token.offset);
  readEnd(to, token.end);
  const span = { start: token.offset, end: token.offset + token.source.length };
  const alias: AliasNode = { kind: 'alias', span, block: to.block, tag: undefined, anchor: undefined, name };
  to.aliases.push(alias);
  return alias;
}

function composeBlockMap(to: Composition, token: CST.BlockMap, depth: number): MapNode {
  const entries: MapEntry[] = [];
  for (const item of token.items) {
    const entry = composeBlockEntry(to, item, token, depth);
    if (entry) entries.push(entry);
  }
  reportDuplicates(to, entries);
  return makeMap(to.block, spanOfAll(entries, token.offset), 'block', entries);
}

function composeBlockEntry(to: Composition, item: Item, map: CST.BlockMap, depth: number): MapEntry | undefined {
  const { key, sep, value } = item;
  const before = readProps(to, item.start, 'explicit-key-ind', map.offset, undefined, key != null || sep != null);
  const indent = before.found ? before.found.indent : key && 'indent' in key ? key.indent : map.indent;
  if (indent !== map.indent || key?.type === 'block-seq') {
    fault(to, 'This does not line up with the keys above it; indent it like them.', key?.offset ?? before.end);
  }
  if (!before.found && !before.anchor && !before.tag && !sep) return undefined;
  const keyNode = composeKey(to, key, before, depth);
  const between = readProps(to, sep ?? [], 'map-value-ind', endOfToken(key, before.end), undefined, value != null);
  if (!before.found) {
    if (between.found && value?.type === 'block-map' && !between.newline) {
      fault(
        to,
        'A second key cannot follow on the same line; put it on a line of its own, or quote the text.',
        value.offset,
      );
    }
    if (!between.found) {
      const words = keyNode.text === '' ? 'This' : `\`${shorten(keyNode.text)}\``;
      fault(
        to,
        `${words} is neither a key nor a value; add a colon behind a key.`,
        keyNode.span.start,
        keyNode.span.end,
      );
    } else if (before.newlineAfterProp || keyNode.text.includes('\n') || isMultiline(key)) {
      fault(to, 'A key must stand on one line; is a colon or a quote missing above?', keyNode.span.start);
    }
  }
  const valueNode = composeNode(to, value, between, depth + 1);
  return makeEntry(keyNode, valueNode);
}

/** A key as a scalar: CloudFormation knows no others, so a list or map as a key is an error and read as its own text. */
function composeKey(to: Composition, token: Token | null | undefined, props: Props, depth: number): ScalarNode {
  const node = composeNode(to, token, props, depth + 1);
  if (node.kind === 'scalar') return node;
  fault(to, 'A key must be a plain text.', node.span.start, node.span.end);
  const text = to.block.text.slice(node.span.start, node.span.end);
  const { span, block, tag, anchor } = node;
  return { kind: 'scalar', span, block, tag, anchor, value: text, style: 'plain', text };
}

function composeBlockList(to: Composition, token: CST.BlockSequence, depth: number): ListNode {
  const items: SyntaxNode[] = [];
  for (const { start, value } of token.items) {
    const props = readProps(to, start, 'seq-item-ind', token.offset, undefined, value != null);
    if (!props.found) {
      if (!props.anchor && !props.tag && !value) continue;
      fault(
        to,
        'This stands in a list but has no `- ` in front; add it, or indent the text differently.',
        value?.offset ?? props.end,
      );
    }
    items.push(composeNode(to, value, props, depth + 1));
  }
  return makeList(to.block, { start: token.offset, end: items.at(-1)?.span.end ?? token.offset + 1 }, 'block', items);
}

function composeFlow(to: Composition, token: CST.FlowCollection, depth: number): MapNode | ListNode {
  const isMap = token.start.source === '{';
  const entries: MapEntry[] = [];
  const items: SyntaxNode[] = [];
  let at = token.offset + 1;
  token.items.forEach((item, index) => {
    const before = readProps(to, item.start, 'explicit-key-ind', at, isMap ? 'map' : 'list');
    const { key, sep, value } = item;
    if (index === 0 && before.comma)
      fault(to, 'There is nothing in front of this comma; remove it.', before.comma.offset);
    if (!before.found && !before.anchor && !before.tag && !sep && !value && !key) {
      if (index > 0 && index < token.items.length - 1) {
        fault(to, 'There is nothing between these commas; remove one.', before.end);
      }
      return;
    }
    if (index > 0 && !before.comma) fault(to, 'A comma is missing in front of this.', before.end);
    if (!isMap && !sep && !before.found) {
      const node = composeNode(to, value ?? key, before, depth + 1);
      checkNoBlock(to, value);
      items.push(node);
      at = node.span.end;
      return;
    }
    const keyNode = composeKey(to, key, before, depth);
    checkNoBlock(to, key);
    const between = readProps(to, sep ?? [], 'map-value-ind', endOfToken(key, before.end), isMap ? 'map' : 'list');
    if (!between.found && value) {
      const glued = 'source' in value && value.source?.startsWith(':');
      fault(
        to,
        glued ? 'A space is missing behind the colon.' : 'A comma or a colon is missing in front of this.',
        value.offset,
      );
    }
    const valueNode = composeNode(to, value, between, depth + 1);
    checkNoBlock(to, value);
    const entry = makeEntry(keyNode, valueNode);
    at = entry.span.end;
    if (isMap) entries.push(entry);
    else items.push(makeMap(to.block, entry.span, 'flow', [entry]));
  });
  const end = closeFlow(to, token, isMap, Math.max(at, token.offset + 1));
  const span = { start: token.offset, end };
  if (!isMap) return makeList(to.block, span, 'flow', items);
  reportDuplicates(to, entries);
  return makeMap(to.block, span, 'flow', entries);
}

function closeFlow(to: Composition, token: CST.FlowCollection, isMap: boolean, at: number): number {
  const closer = isMap ? '}' : ']';
  const [first, ...rest] = token.end;
  if (first?.source === closer) {
    readEnd(to, rest);
    return first.offset + 1;
  }
  const what = first && first.source.length === 1 ? `closed by \`${first.source}\`` : 'not closed';
  fault(
    to,
    `The \`${token.start.source}\` that opens here is ${what}; add a \`${closer}\`.`,
    token.offset,
    token.offset + 1,
  );
  readEnd(to, first && first.source.length === 1 ? rest : token.end);
  return at;
}

function checkNoBlock(to: Composition, token: Token | null | undefined) {
  if (token?.type === 'block-map' || token?.type === 'block-seq') {
    fault(to, 'An indented block cannot stand inside brackets; write it in brackets too.', token.offset);
  }
}

function makeEntry(key: ScalarNode, value: SyntaxNode): MapEntry {
  return { key, value, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } };
}

function spanOfAll(entries: readonly MapEntry[], offset: number): Span {
  return { start: entries[0]?.span.start ?? offset, end: entries.at(-1)?.span.end ?? offset };
}

function spanOfToken(token: SourceToken): Span {
  return { start: token.offset, end: token.offset + token.source.length };
}

function endOfToken(token: Token | null | undefined, otherwise: number): number {
  return token && 'source' in token && typeof token.source === 'string'
    ? token.offset + token.source.length
    : otherwise;
}

function isMultiline(token: Token | null | undefined): boolean {
  return token != null && 'source' in token && typeof token.source === 'string' && token.source.includes('\n');
}
