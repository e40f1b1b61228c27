import { CST } from 'yaml';
import type { Span } from '#text';
import { depthMessage, type LazyBlock, maxDepth } from './block.ts';
import type {
  AliasNode,
  Comment,
  ListNode,
  MapEntry,
  MapNode,
  ScalarNode,
  SyntaxFault,
  SyntaxNode,
  Tag,
} from './node.ts';
import { resolvePlain } from './yaml-scalar.ts';

export const tabMessage = 'YAML allows no tab as indentation; indent with spaces.';

/** Where the nodes of one block are collected while its tokens are read. */
export interface Composition {
  readonly block: LazyBlock;
  readonly comments: Comment[];
  readonly errors: SyntaxFault[];
  readonly anchors: SyntaxNode[];
  readonly aliases: AliasNode[];
  /** The length of the text that is read, which is not the block's where lines had to be indented first. */
  readonly length: number;
}

type Token = CST.Token;
type SourceToken = CST.SourceToken;
type Item = CST.CollectionItem;

/** The tag, anchor and indicator in front of a node, as `readProps` finds them. */
export interface Props {
  readonly tag: SourceToken | undefined;
  readonly anchor: SourceToken | undefined;
  readonly found: SourceToken | undefined;
  readonly comma: SourceToken | undefined;
  readonly newline: boolean;
  readonly newlineAfterProp: boolean;
  /** Where an empty value stands: right behind the last of them. */
  readonly end: number;
}

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

const styles = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
} as const;

function composeScalar(to: Composition, token: CST.FlowScalar | CST.BlockScalar, { tag }: Props): ScalarNode {
  if (token.type === 'block-scalar') return composeBlockScalar(to, token);
  const { source, offset } = token;
  const style = token.type === 'alias' ? 'plain' : styles[token.type];
  const text = readFlowText(to, token);
  const value = tag ? resolveTagged(tag.source, text, style) : style === 'plain' ? resolvePlain(text) : text;
  const span = { start: offset, end: offset + source.length };
  return { kind: 'scalar', span, block: to.block, tag: undefined, anchor: undefined, value, style, text };
}

/** The text of a plain or quoted scalar; the library is asked only where escapes or line folds are in it. */
function readFlowText(to: Composition, token: CST.FlowScalar): string {
  const { source } = token;
  const last = source.length - 1;
  const plain = token.type === 'scalar';
  const quote = token.type === 'double-quoted-scalar' ? '"' : "'";
  const closed = plain || (last > 0 && source[last] === quote);
  const simple =
    closed &&
    !source.includes('\n') &&
    (plain ? !',%|>@`\t'.includes(source[0] ?? 'x') : !needsUnescape(source, quote, last));
  if (simple) {
    readEnd(to, token.end);
    return plain ? source : source.slice(1, -1);
  }
  if (!closed) {
    fault(
      to,
      `The quote that opens here is not closed; add a ${quote} at the end of the text.`,
      token.offset,
      token.offset + 1,
    );
  }
  readEnd(to, token.end);
  const bare = { ...token, end: [] };
  const resolved = CST.resolveAsScalar(bare, true, (offset, _code, message) => {
    if (closed || !message.startsWith('Missing closing')) fault(to, explain(message), offset);
  });
  return resolved?.value ?? '';
}

function needsUnescape(source: string, quote: string, last: number): boolean {
  if (quote === '"') return source.includes('\\');
  return source.indexOf("'", 1) !== last;
}

/** The value of a scalar under a tag: core tags say what it is, under all others it is text. */
export function resolveTagged(tag: string, text: string, style: ScalarNode['style']): ScalarNode['value'] {
  const core = resolvePlain(text);
  if (tag === '!!null') return null;
  if (tag === '!!bool') return typeof core === 'boolean' ? core : text;
  if (tag === '!!int' || tag === '!!float') return typeof core === 'number' ? core : text;
  // A short intrinsic without a value (`!Ref`) is still without one; any other text under a tag stays text.
  return text === '' && style === 'plain' && tag !== '!!str' && tag !== '!' ? null : text;
}

function composeBlockScalar(to: Composition, token: CST.BlockScalar): ScalarNode {
  for (const prop of token.props) if (prop.type === 'comment') addComment(to, prop);
  const resolved = CST.resolveAsScalar(token, true, (offset, _code, message) => fault(to, explain(message), offset));
  const text = resolved?.value ?? '';
  const folded = token.props[0] && 'source' in token.props[0] && token.props[0].source?.startsWith('>');
  const span = { start: token.offset, end: endOfBlockScalar(token) };
  const style = folded ? 'folded' : 'literal';
  return { kind: 'scalar', span, block: to.block, tag: undefined, anchor: undefined, value: text, style, text };
}

/** Behind the last character of the scalar that is no white space, or behind its header when it is empty. */
function endOfBlockScalar({ offset, props, source }: CST.BlockScalar): number {
  const headerEnd = props.reduce((end, prop) => ('source' in prop ? end + (prop.source?.length ?? 0) : end), offset);
  let length = source.length;
  while (length > 0 && isWhite(source.charCodeAt(length - 1))) length--;
  const header = props[0];
  if (length === 0) return header && 'source' in header ? header.offset + (header.source?.length ?? 0) : offset;
  // White space behind the last word is part of the text; only the line breaks are not.
  while (length < source.length && !isBreak(source.charCodeAt(length))) length++;
  return headerEnd + length;
}

function composeBlockMap(to: Composition, token: CST.BlockMap, depth: number): MapNode {
  const entries: MapEntry[] = [];
  for (const item of token.items) {
    const entry = composeBlockEntry(to, item, token, depth);
    if (entry) entries.push(entry);
  }
  reportDuplicates(to, entries);
  return mapNode(to, 'block', spanOfAll(entries, token.offset), entries);
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
  return listNode(to, 'block', { start: token.offset, end: items.at(-1)?.span.end ?? token.offset + 1 }, items);
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
    else items.push(mapNode(to, 'flow', entry.span, [entry]));
  });
  const end = closeFlow(to, token, isMap, Math.max(at, token.offset + 1));
  const span = { start: token.offset, end };
  if (!isMap) return listNode(to, 'flow', span, items);
  reportDuplicates(to, entries);
  return mapNode(to, 'flow', span, entries);
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

/** Reads what stands in front of a node, and collects the comments in it. */
export function readProps(
  to: Composition,
  tokens: readonly SourceToken[],
  indicator: string,
  offset: number,
  flow: 'map' | 'list' | undefined,
  hasNext = false,
): Props {
  let tag: SourceToken | undefined;
  let anchor: SourceToken | undefined;
  let found: SourceToken | undefined;
  let comma: SourceToken | undefined;
  let newline = false;
  let newlineAfterProp = false;
  let spaced = true;
  let glued: SourceToken | undefined;
  let lineStart = isLineStart(to, tokens[0]);
  let tab: SourceToken | undefined;
  let end = tokens[0]?.offset ?? offset;
  for (const token of tokens) {
    const { type } = token;
    if (tab && type !== 'space' && type !== 'newline' && type !== 'comment') reportTab(to, tab);
    if (type !== 'space') tab = undefined;
    else if (lineStart && !flow && token.source.includes('\t')) tab = token;
    lineStart = type === 'newline' || (lineStart && type === 'space');
    if (glued && type !== 'space' && type !== 'newline' && type !== 'comma') reportGlued(to, token.offset);
    glued = undefined;
    if (type === 'space') {
      spaced = true;
      continue;
    }
    if (type === 'newline') {
      newline = true;
      spaced = true;
      if (tag || anchor) newlineAfterProp = true;
      continue;
    }
    if (type === 'comment') {
      if (!spaced) fault(to, 'A comment needs a space in front of its `#`.', token.offset);
      addComment(to, token);
      continue;
    }
    spaced = false;
    end = token.offset + token.source.length;
    if (type === 'anchor') {
      if (anchor) fault(to, 'A value can have one anchor only; remove one.', token.offset, end);
      anchor = token;
      glued = token;
    } else if (type === 'tag') {
      if (tag)
        fault(to, 'A value can have one tag only; write the inner function in its long form.', token.offset, end);
      tag = token;
      glued = token;
    } else if (type === indicator) {
      if (found) fault(to, `Unexpected \`${token.source}\` here; remove it, or quote the text.`, token.offset, end);
      else if (anchor || tag) fault(to, `Tags and anchors stand behind the \`${token.source}\`.`, token.offset, end);
      found = token;
    } else if (type === 'comma' && flow) {
      if (comma) fault(to, 'There is nothing between these commas; remove one.', token.offset, end);
      comma = token;
    } else {
      unexpected(to, token);
    }
  }
  if (tab && hasNext) reportTab(to, tab);
  return { tag, anchor, found, comma, newline, newlineAfterProp, end };
}

function isLineStart(to: Composition, token: SourceToken | undefined): boolean {
  return token !== undefined && (token.offset === 0 || isBreak(to.block.text.charCodeAt(token.offset - 1)));
}

function reportTab(to: Composition, { offset, source }: SourceToken) {
  const start = offset + source.indexOf('\t');
  fault(to, tabMessage, start, start + 1);
}

function reportGlued(to: Composition, offset: number) {
  fault(to, 'A tag or anchor needs a space behind it.', offset);
}

/** Reads what stands behind a node on its line. */
export function readEnd(to: Composition, tokens: readonly SourceToken[] | undefined, atLineStart = false) {
  if (!tokens) return;
  let spaced = atLineStart;
  for (const token of tokens) {
    if (token.type === 'space' || token.type === 'newline') spaced = true;
    else if (token.type === 'comment') {
      if (!spaced) fault(to, 'A comment needs a space in front of its `#`.', token.offset);
      addComment(to, token);
    } else unexpected(to, token);
  }
}

/** What the library calls an error, or a token where none may stand. */
export function unexpected(to: Composition, token: Token) {
  const source = 'source' in token && typeof token.source === 'string' ? token.source : '';
  const end = token.offset + Math.max(1, source.length);
  if (token.type === 'error') fault(to, explain(token.message), token.offset, end);
  else
    fault(
      to,
      source === '' ? 'Nothing is expected here.' : `Unexpected \`${shorten(source)}\` here.`,
      token.offset,
      end,
    );
}

/** Notes an error; without an end it covers one character. */
export function fault(to: Composition, message: string, start: number, end = start + 1) {
  const { length } = to;
  const from = Math.min(start, length);
  to.errors.push({ message, span: { start: from, end: Math.max(from, Math.min(end, length)) } });
}

/** The package's own sentences where they are clear, and ours where they speak of its inner workings. */
function explain(message: string): string {
  if (/^Unexpected block-seq-ind/.test(message)) {
    return 'A list cannot begin on the line of its key; put the `- ` on the next line.';
  }
  if (/^Unexpected [a-z-]+ token in YAML/.test(message)) return 'Nothing can stand here; check the indentation.';
  return message.endsWith('.') ? message : `${message}.`;
}

function addComment(to: Composition, token: { readonly offset: number; readonly source: string }) {
  to.comments.push({ span: { start: token.offset, end: token.offset + token.source.length }, text: token.source });
}

/** Notes each key that the map already has. */
export function reportDuplicates(to: Composition, entries: readonly MapEntry[]) {
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key } of entries) {
    // The merge key may be repeated, as authors do to merge several maps.
    if (seen.has(key.text) && key.text !== '<<') {
      fault(
        to,
        `The key \`${shorten(key.text)}\` occurs twice in this map; remove or rename one.`,
        key.span.start,
        key.span.end,
      );
    }
    seen.add(key.text);
  }
}

function makeEntry(key: ScalarNode, value: SyntaxNode): MapEntry {
  return { key, value, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } };
}

function mapNode(to: Composition, style: 'block' | 'flow', span: Span, entries: readonly MapEntry[]): MapNode {
  return { kind: 'map', span, block: to.block, tag: undefined, anchor: undefined, style, entries };
}

function listNode(to: Composition, style: 'block' | 'flow', span: Span, items: readonly SyntaxNode[]): ListNode {
  return { kind: 'list', span, block: to.block, tag: undefined, anchor: undefined, style, items };
}

function emptyScalar(to: Composition, { end, tag }: Props): ScalarNode {
  const value = tag && (tag.source === '!!str' || tag.source === '!') ? '' : null;
  const span = { start: end, end };
  return { kind: 'scalar', span, block: to.block, tag: undefined, anchor: undefined, value, style: 'plain', text: '' };
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

function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x09 || isBreak(code);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
