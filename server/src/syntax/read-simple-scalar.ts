import { CST } from 'yaml';
import { isBreak } from './line-break.ts';
import { makeScalar } from './make-node.ts';
import type { ScalarNode, SyntaxNode, Tag } from './node.ts';
import { endOfLine, isBlank, nextLine, type SimpleReader, skipSpaces, toLine, unusual } from './simple-yaml-lines.ts';
import { resolvePlain, resolveTagged } from './yaml-scalar.ts';

/** A short tag such as `!Ref`, with a blank behind it. */
export function readTag(text: string, start: number): Tag {
  let end = start + 1;
  while (isWordCode(text.charCodeAt(end)) || (text.charCodeAt(end) === 0x3a && isWordCode(text.charCodeAt(end + 1))))
    end++;
  if (end === start + 1 || (end < text.length && !isBlank(text.charCodeAt(end)))) throw unusual;
  return { name: text.slice(start, end), span: { start, end } };
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

/** The node under a tag; plain text under one stays text. */
export function withTag(node: SyntaxNode, tag: Tag | undefined): SyntaxNode {
  if (!tag) return node;
  if (node.kind === 'scalar' && node.style === 'plain' && node.text !== '') return { ...node, tag, value: node.text };
  return { ...node, tag };
}

/** A plain text on one line, up to a comment. */
export function readPlain(reader: SimpleReader, at: number, tag: Tag | undefined): ScalarNode {
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

/** The plain scalar from `start` to `end`. */
export function plainNode(reader: SimpleReader, start: number, end: number, tag: Tag | undefined): ScalarNode {
  const text = reader.text.slice(start, end);
  const value = tag ? resolveTagged(tag.name, text, 'plain') : resolvePlain(text);
  return makeScalar(reader.block, { start, end }, value, 'plain', text);
}

/** Whether a plain scalar can begin here, in block and flow alike; unsure ones are left to the package. */
export function beginsPlain(text: string, at: number): boolean {
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

/** A quoted text on one line without escapes. */
export function readQuoted(reader: SimpleReader, start: number): ScalarNode {
  const { text } = reader;
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === 0x27 && text.charCodeAt(at + 1) === 0x27) throw unusual;
      const inner = text.slice(start + 1, at);
      return makeScalar(reader.block, { start, end: at + 1 }, inner, quote === 0x22 ? 'double' : 'single', inner);
    }
    if (isBreak(code) || (code === 0x5c && quote === 0x22)) throw unusual;
  }
  throw unusual;
}

/** A block scalar without an indentation digit, a `+` or a comment; the package resolves its text. */
export function readBlockScalar(reader: SimpleReader, start: number, parent: number): ScalarNode {
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
  return makeScalar(reader.block, { start, end: lastText }, value, style, value);
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
