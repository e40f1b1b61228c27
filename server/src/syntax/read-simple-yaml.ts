import { maxDepth } from './block.ts';
import { type Composition, reportDuplicates } from './composition.ts';
import { isBreak } from './line-break.ts';
import { makeList, makeMap, makeScalar } from './make-node.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode, Tag } from './node.ts';
import { readFlow } from './read-simple-flow.ts';
import {
  beginsPlain,
  plainNode,
  readBlockScalar,
  readPlain,
  readQuoted,
  readTag,
  withTag,
} from './read-simple-scalar.ts';
import { isBlank, isDash, type SimpleReader, skipSpaces, toLine, toLineBehind, unusual } from './simple-yaml-lines.ts';

/**
 * Reads a block of the YAML that templates are made of: maps and lists by indentation, scalars on one line, block scalars,
 * short intrinsics, flow collections. On anything else (anchors, aliases, escapes, folded text, tabs, whatever might be an
 * error) it gives up, and the `yaml` package reads the block. It reads about ten times faster, and must agree with the package
 * wherever it answers; a test compares the two.
 */
export function readSimpleYaml(to: Composition): SyntaxNode | undefined {
  const { text } = to.block;
  if (text.includes('\t') || text.includes('\ufeff')) return undefined;
  const reader: SimpleReader = { to, block: to.block, text, lineStart: 0, first: 0, column: 0, flowColumn: -1 };
  try {
    toLine(reader, 0);
    if (reader.column < 0) return undefined;
    const root = readMap(reader, reader.column, 0);
    if (reader.column >= 0) throw unusual;
    return root;
  } catch (reason) {
    if (reason !== unusual) throw reason;
    to.comments.length = 0;
    to.errors.length = 0;
    return undefined;
  }
}

function readMap(reader: SimpleReader, column: number, depth: number): MapNode {
  if (depth > maxDepth) throw unusual;
  const entries: MapEntry[] = [];
  while (reader.column === column && !isDash(reader.text, reader.first)) {
    const key = readKey(reader);
    const value = readValue(reader, key.colon + 1, column, true, depth);
    entries.push({ key: key.node, value, span: { start: key.node.span.start, end: value.span.end } });
  }
  if (reader.column > column || entries.length === 0) throw unusual;
  if (reader.column === column) throw unusual;
  reportDuplicates(reader.to, entries);
  const span = { start: entries[0]?.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 };
  return makeMap(reader.block, span, 'block', entries);
}

function readKey(reader: SimpleReader): { readonly node: ScalarNode; readonly colon: number } {
  const { text, first } = reader;
  const code = text.charCodeAt(first);
  if (code === 0x22 || code === 0x27) {
    const node = readQuoted(reader, first);
    const colon = node.span.end;
    if (text.charCodeAt(colon) !== 0x3a || !isBlank(text.charCodeAt(colon + 1))) throw unusual;
    return { node, colon };
  }
  const colon = findColon(text, first);
  if (colon < 0 || text.charCodeAt(colon - 1) === 0x20) throw unusual;
  return { node: plainNode(reader, first, colon, undefined), colon };
}

/** The colon of a plain key that begins here; -1 when there is none or the text cannot be a plain key. */
function findColon(text: string, first: number): number {
  if (!beginsPlain(text, first)) return -1;
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a && isBlank(text.charCodeAt(at + 1))) return at;
    if (isBreak(code) || (code === 0x23 && text.charCodeAt(at - 1) === 0x20)) return -1;
  }
  return -1;
}

function readList(reader: SimpleReader, column: number, depth: number): ListNode {
  if (depth > maxDepth) throw unusual;
  const start = reader.first;
  const items: SyntaxNode[] = [];
  while (reader.column === column && isDash(reader.text, reader.first)) {
    items.push(readItem(reader, column, depth));
  }
  if (reader.column > column) throw unusual;
  const span = { start, end: items.at(-1)?.span.end ?? start };
  return makeList(reader.block, span, 'block', items);
}

function readItem(reader: SimpleReader, column: number, depth: number): SyntaxNode {
  const { text } = reader;
  const at = skipSpaces(text, reader.first + 1);
  const inner = at - reader.lineStart;
  if (isDash(text, at)) {
    reader.first = at;
    reader.column = inner;
    return readList(reader, inner, depth + 1);
  }
  if (isCompactMap(text, at)) {
    reader.first = at;
    reader.column = inner;
    return readMap(reader, inner, depth + 1);
  }
  return readValue(reader, reader.first + 1, column, false, depth);
}

function isCompactMap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x22 && code !== 0x27) return findColon(text, at) >= 0;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== code && !isBreak(text.charCodeAt(end))) end++;
  return text.charCodeAt(end + 1) === 0x3a;
}

/** Reads what stands behind a colon or dash that ends at `from`, and steps to the line behind it. */
function readValue(reader: SimpleReader, from: number, parent: number, inMap: boolean, depth: number): SyntaxNode {
  const { text } = reader;
  let at = skipSpaces(text, from);
  let tag: Tag | undefined;
  let end = from;
  if (text.charCodeAt(at) === 0x21) {
    tag = readTag(text, at);
    end = tag.span.end;
    at = skipSpaces(text, end);
    if (!inMap && isCompactMap(text, at)) throw unusual;
  }
  const code = text.charCodeAt(at);
  if (at >= text.length || isBreak(code) || (code === 0x23 && at > end)) {
    return withTag(readBelow(reader, at, end, parent, inMap, depth, tag !== undefined), tag);
  }
  if (code === 0x7c || code === 0x3e) return withTag(readBlockScalar(reader, at, parent), tag);
  let node: SyntaxNode;
  if (code === 0x22 || code === 0x27) node = readQuoted(reader, at);
  else if (code === 0x5b || code === 0x7b) {
    reader.flowColumn = parent;
    node = readFlow(reader, at, depth + 1);
  } else node = readPlain(reader, at, tag);
  toLineBehind(reader, node.span.end);
  if (reader.column > parent) throw unusual;
  return withTag(node, tag);
}

/** The value of a key or dash that has nothing behind it on its line. */
function readBelow(
  reader: SimpleReader,
  at: number,
  end: number,
  parent: number,
  inMap: boolean,
  depth: number,
  tagged: boolean,
): SyntaxNode {
  toLineBehind(reader, at);
  const isList = reader.column >= 0 && isDash(reader.text, reader.first);
  if (isList && (reader.column > parent || (inMap && reader.column === parent))) {
    return readList(reader, reader.column, depth + 1);
  }
  if (reader.column > parent) return readMap(reader, reader.column, depth + 1);
  if (tagged && inMap && isList) throw unusual;
  return makeScalar(reader.block, { start: end, end }, null, 'plain', '');
}
