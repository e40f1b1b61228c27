import { maxDepth } from './block.ts';
import { reportDuplicates } from './composition.ts';
import { isBreak } from './line-break.ts';
import { makeList, makeMap } from './make-node.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode, Tag } from './node.ts';
import { beginsPlain, plainNode, readQuoted, readTag, withTag } from './read-simple-scalar.ts';
import { isBlank, nextLine, type SimpleReader, skipSpaces, unusual } from './simple-yaml-lines.ts';

/** A collection in brackets whose scalars stand on one line each. */
export function readFlow(reader: SimpleReader, start: number, depth: number): MapNode | ListNode {
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
  if (!isMap) return makeList(block, span, 'flow', items);
  reportDuplicates(reader.to, entries);
  return makeMap(block, span, 'flow', entries);
}

function readFlowKey(reader: SimpleReader, at: number): ScalarNode {
  const code = reader.text.charCodeAt(at);
  return code === 0x22 || code === 0x27 ? readQuoted(reader, at) : readFlowPlain(reader, at, undefined);
}

function readFlowValue(reader: SimpleReader, start: number, depth: number): SyntaxNode {
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

function readFlowPlain(reader: SimpleReader, start: number, tag: Tag | undefined): ScalarNode {
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
function skipFlowSpace(reader: SimpleReader, from: number): number {
  const { text } = reader;
  let at = skipSpaces(text, from);
  while (isBreak(text.charCodeAt(at))) {
    const start = nextLine(text, at);
    at = skipSpaces(text, start);
    if (at - start <= reader.flowColumn && !isBreak(text.charCodeAt(at))) throw unusual;
  }
  return at;
}
