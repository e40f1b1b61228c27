import { CST } from 'yaml';
import { type LazyBlock, maxDepth } from './block.ts';
import type { Composition } from './compose-yaml.ts';
import { reportDuplicates, resolveTagged } from './compose-yaml.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode, Tag } from './node.ts';
import { resolvePlain } from './yaml-scalar.ts';

/**
 * Reads a block of the YAML that templates are made of: maps and lists by indentation, scalars on one line, block scalars,
 * short intrinsics, flow collections. On anything else (anchors, aliases, escapes, folded text, tabs, whatever might be an
 * error) it gives up, and the `yaml` package reads the block. It reads about ten times faster, and must agree with the package
 * wherever it answers; a test compares the two.
 */
export function readSimpleYaml(to: Composition): SyntaxNode | undefined {
  const { text } = to.block;
  if (text.includes('\t') || text.includes('\ufeff')) return undefined;
  const reader: Reader = { to, block: to.block, text, lineStart: 0, first: 0, column: 0, flowColumn: -1 };
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

/** Thrown when the text is not simple; a constant, so that throwing it costs next to nothing. */
const unusual = Symbol('not simple YAML');

interface Reader {
  readonly to: Composition;
  readonly block: LazyBlock;
  readonly text: string;
  /** The content line to be read next: where it begins, its first character, and that character's column; -1 at the end. */
  lineStart: number;
  first: number;
  column: number;
  /** The column that lines of the current flow collection must be right of. */
  flowColumn: number;
}

/** Steps to the first content line at or behind an offset at which a line begins. */
function toLine(reader: Reader, offset: number) {
  const { text } = reader;
  let at = offset;
  while (at < text.length) {
    const start = at;
    while (text.charCodeAt(at) === 0x20) at++;
    const code = text.charCodeAt(at);
    if (code === 10) at++;
    else if (code === 13) {
      if (text.charCodeAt(at + 1) !== 10) throw unusual;
      at += 2;
    } else if (code === 0x23) at = readComment(reader, at);
    else if (at < text.length) {
      reader.lineStart = start;
      reader.first = at;
      reader.column = at - start;
      return;
    }
  }
  reader.column = -1;
}

/** Notes the comment at an offset and gives the start of the next line. */
function readComment(reader: Reader, at: number): number {
  const end = endOfLine(reader.text, at);
  reader.to.comments.push({ span: { start: at, end }, text: reader.text.slice(at, end) });
  return nextLine(reader.text, end);
}

function readMap(reader: Reader, column: number, depth: number): MapNode {
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
  return { kind: 'map', span, block: reader.block, tag: undefined, anchor: undefined, style: 'block', entries };
}

function readKey(reader: Reader): { readonly node: ScalarNode; readonly colon: number } {
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

function readList(reader: Reader, column: number, depth: number): ListNode {
  if (depth > maxDepth) throw unusual;
  const start = reader.first;
  const items: SyntaxNode[] = [];
  while (reader.column === column && isDash(reader.text, reader.first)) {
    items.push(readItem(reader, column, depth));
  }
  if (reader.column > column) throw unusual;
  const span = { start, end: items.at(-1)?.span.end ?? start };
  return { kind: 'list', span, block: reader.block, tag: undefined, anchor: undefined, style: 'block', items };
}

function readItem(reader: Reader, column: number, depth: number): SyntaxNode {
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
function readValue(reader: Reader, from: number, parent: number, inMap: boolean, depth: number): SyntaxNode {
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
  reader: Reader,
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
  return scalarNode(reader, end, end, null, 'plain', '');
}

/** Steps to the next content line when only spaces or a comment are left on this one. */
function toLineBehind(reader: Reader, from: number) {
  const { text } = reader;
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  if (at >= text.length) reader.column = -1;
  else if (isBreak(code)) toLine(reader, nextLine(text, at));
  else if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) toLine(reader, readComment(reader, at));
  else throw unusual;
}

function readTag(text: string, start: number): Tag {
  let end = start + 1;
  while (isWordCode(text.charCodeAt(end)) || (text.charCodeAt(end) === 0x3a && isWordCode(text.charCodeAt(end + 1))))
    end++;
  if (end === start + 1 || (end < text.length && !isBlank(text.charCodeAt(end)))) throw unusual;
  return { name: text.slice(start, end), span: { start, end } };
}

function withTag(node: SyntaxNode, tag: Tag | undefined): SyntaxNode {
  if (!tag) return node;
  if (node.kind === 'scalar' && node.style === 'plain' && node.text !== '') return { ...node, tag, value: node.text };
  return { ...node, tag };
}

function readPlain(reader: Reader, at: number, tag: Tag | undefined): ScalarNode {
  const { text } = reader;
  if (!beginsPlain(text, at)) throw unusual;
  let end = at;
  let to = at;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (code === 0x20) continue;
    if (isBreak(code)) break;
    if (code === 0x23 && text.charCodeAt(to - 1) === 0x20) break;
    if (code === 0x3a && isBlank(text.charCodeAt(to + 1))) throw unusual;
    end = to + 1;
  }
  return plainNode(reader, at, end, tag);
}

function plainNode(reader: Reader, start: number, end: number, tag: Tag | undefined): ScalarNode {
  const text = reader.text.slice(start, end);
  return scalarNode(
    reader,
    start,
    end,
    tag ? resolveTagged(tag.name, text, 'plain') : resolvePlain(text),
    'plain',
    text,
  );
}

/** A quoted text on one line without escapes. */
function readQuoted(reader: Reader, start: number): ScalarNode {
  const { text } = reader;
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === 0x27 && text.charCodeAt(at + 1) === 0x27) throw unusual;
      const inner = text.slice(start + 1, at);
      return scalarNode(reader, start, at + 1, inner, quote === 0x22 ? 'double' : 'single', inner);
    }
    if (isBreak(code) || (code === 0x5c && quote === 0x22)) throw unusual;
  }
  throw unusual;
}

function readFlow(reader: Reader, start: number, depth: number): MapNode | ListNode {
  if (depth > maxDepth) throw unusual;
  const { text, block } = reader;
  const isMap = text.charCodeAt(start) === 0x7b;
  const closer = isMap ? 0x7d : 0x5d;
  const entries: MapEntry[] = [];
  const items: SyntaxNode[] = [];
  let at = skipFlowSpace(reader, start + 1);
  while (text.charCodeAt(at) !== closer) {
    const node = isMap ? readFlowKey(reader, at) : readFlowValue(reader, at, depth);
    let end = node.span.end;
    if (isMap && node.kind === 'scalar') {
      const colon = skipFlowSpace(reader, end);
      if (text.charCodeAt(colon) !== 0x3a || !isBlank(text.charCodeAt(colon + 1))) throw unusual;
      const value = readFlowValue(reader, skipFlowSpace(reader, colon + 1), depth);
      end = value.span.end;
      entries.push({ key: node, value, span: { start: node.span.start, end } });
    } else items.push(node);
    at = skipFlowSpace(reader, end);
    if (text.charCodeAt(at) === 0x2c) at = skipFlowSpace(reader, at + 1);
    else if (text.charCodeAt(at) !== closer) throw unusual;
  }
  const span = { start, end: at + 1 };
  if (!isMap) return { kind: 'list', span, block, tag: undefined, anchor: undefined, style: 'flow', items };
  reportDuplicates(reader.to, entries);
  return { kind: 'map', span, block, tag: undefined, anchor: undefined, style: 'flow', entries };
}

function readFlowKey(reader: Reader, at: number): ScalarNode {
  const code = reader.text.charCodeAt(at);
  return code === 0x22 || code === 0x27 ? readQuoted(reader, at) : readFlowPlain(reader, at, undefined);
}

function readFlowValue(reader: Reader, start: number, depth: number): SyntaxNode {
  const { text } = reader;
  let at = start;
  let tag: Tag | undefined;
  if (text.charCodeAt(at) === 0x21) {
    tag = readTag(text, at);
    at = skipSpaces(text, tag.span.end);
  }
  const code = text.charCodeAt(at);
  if (code === 0x5b || code === 0x7b) return withTag(readFlow(reader, at, depth + 1), tag);
  if (code === 0x22 || code === 0x27) return withTag(readQuoted(reader, at), tag);
  return withTag(readFlowPlain(reader, at, tag), tag);
}

function readFlowPlain(reader: Reader, start: number, tag: Tag | undefined): ScalarNode {
  const { text } = reader;
  if (!beginsPlain(text, start)) throw unusual;
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) continue;
    // A line break may go on with the word, a colon may make a pair in a list, and `#` may begin a comment.
    if (isBreak(code) || code === 0x23) throw unusual;
    if (code === 0x2c || code === 0x5d || code === 0x7d) return plainNode(reader, start, end, tag);
    if (code === 0x5b || code === 0x7b) throw unusual;
    if (code === 0x3a) {
      const next = text.charCodeAt(at + 1);
      if (isBlank(next)) return plainNode(reader, start, end, tag);
      if (next === 0x2c || next === 0x5b || next === 0x5d || next === 0x7b || next === 0x7d) throw unusual;
    }
    end = at + 1;
  }
  throw unusual;
}

/** Behind spaces and line breaks, as long as the lines of the collection are indented far enough. */
function skipFlowSpace(reader: Reader, from: number): number {
  const { text } = reader;
  let at = skipSpaces(text, from);
  while (isBreak(text.charCodeAt(at))) {
    const start = nextLine(text, at);
    at = skipSpaces(text, start);
    if (at - start <= reader.flowColumn && !isBreak(text.charCodeAt(at))) throw unusual;
  }
  return at;
}

/** A block scalar without an indentation digit, a `+` or a comment; the package resolves its text. */
function readBlockScalar(reader: Reader, start: number, parent: number): ScalarNode {
  const { text } = reader;
  const headerEnd = text.charCodeAt(start + 1) === 0x2d ? start + 2 : start + 1;
  const lineEnd = skipSpaces(text, headerEnd);
  if (!isBreak(text.charCodeAt(lineEnd)) || lineEnd !== headerEnd) throw unusual;
  const contentStart = nextLine(text, lineEnd);
  const { end, lastText } = findBlockScalarEnd(text, contentStart, parent);
  const token: CST.BlockScalar = {
    type: 'block-scalar',
    offset: start,
    indent: parent,
    props: [
      { type: 'block-scalar-header', offset: start, indent: parent, source: text.slice(start, headerEnd) },
      { type: 'newline', offset: lineEnd, indent: parent, source: text.slice(lineEnd, contentStart) },
    ],
    source: text.slice(contentStart, end),
  };
  const resolved = CST.resolveAsScalar(token, true, () => {
    throw unusual;
  });
  const value = resolved?.value ?? '';
  toLine(reader, end);
  if (reader.column > parent) throw unusual;
  const style = text.charCodeAt(start) === 0x3e ? 'folded' : 'literal';
  return scalarNode(reader, start, lastText, value, style, value);
}

/** Where the lines of a block scalar end (behind the last break), and where its last text does. */
function findBlockScalarEnd(text: string, start: number, parent: number) {
  let indent = -1;
  let end = start;
  let lastText = -1;
  for (let at = start; at < text.length; ) {
    const first = skipSpaces(text, at);
    const lineEnd = endOfLine(text, first);
    const next = nextLine(text, lineEnd);
    if (first === lineEnd) {
      // Spaces alone may be text or not, depending on the lines around them.
      if (first > at) throw unusual;
    } else {
      const column = first - at;
      if (indent < 0) indent = column;
      if (column < indent || column <= parent) break;
      end = next;
      lastText = lineEnd;
    }
    at = next;
  }
  if (lastText < 0 || indent <= parent) throw unusual;
  return { end, lastText };
}

function scalarNode(
  reader: Reader,
  start: number,
  end: number,
  value: ScalarNode['value'],
  style: ScalarNode['style'],
  text: string,
): ScalarNode {
  const span = { start, end };
  return { kind: 'scalar', span, block: reader.block, tag: undefined, anchor: undefined, value, style, text };
}

/** Whether a plain scalar can begin here, in block and flow alike; unsure ones are left to the package. */
function beginsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isWordCode(code)) return code !== 0x2d || !isBlank(text.charCodeAt(at + 1));
  // $ ( ) * is an alias, so not here; + . / ; < = ^ ~
  return (
    code === 0x24 ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x2b ||
    code === 0x2e ||
    code === 0x2f ||
    code === 0x3b ||
    code === 0x3c ||
    code === 0x3d ||
    code === 0x5e ||
    code === 0x7e ||
    code > 0xa0
  );
}

/** Letters, digits, `_` and `-`. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}

function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2d && isBlank(text.charCodeAt(at + 1));
}

function skipSpaces(text: string, at: number): number {
  let to = at;
  while (text.charCodeAt(to) === 0x20) to++;
  return to;
}

function endOfLine(text: string, at: number): number {
  let to = at;
  while (to < text.length && !isBreak(text.charCodeAt(to))) to++;
  return to;
}

function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  if (text.charCodeAt(end) === 10) return end + 1;
  if (text.charCodeAt(end + 1) !== 10) throw unusual;
  return end + 2;
}

function isBlank(code: number): boolean {
  return Number.isNaN(code) || code === 0x20 || isBreak(code);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
