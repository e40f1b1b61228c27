import type { Block, SyntaxNode, SyntaxTree } from '#syntax';
import type { Span } from '#text';

/** Where a node stands in the tree's text, its tag included. */
export function extentOf(tree: SyntaxTree, node: SyntaxNode): Span {
  const base = baseOf(tree, node.block);
  const start = node.tag ? Math.min(node.tag.span.start, node.span.start) : node.span.start;
  return { start: base + start, end: contentEnd(tree, node) };
}

/** The offset behind the last character of a node that is no comment and no white space. */
export function contentEnd(tree: SyntaxTree, node: SyntaxNode): number {
  const base = baseOf(tree, node.block);
  const last = lastChild(node);
  const end = last ? contentEnd(tree, last) : base + node.span.end;
  const tagEnd = node.tag && !last ? base + node.tag.span.end : 0;
  return trimEnd(tree.text, Math.max(base + node.span.start, tagEnd), Math.max(end, tagEnd));
}

/** The offset in the text of something that stands `offset` behind the start of a block; a foreign block counts as the text. */
export function baseOf(tree: SyntaxTree, block: Block): number {
  return tree.startOf(block) ?? 0;
}

/** Whether the text of a node ends in a block scalar whose trailing blank lines are part of its value (`|+`). */
export function keepsBlankLines(tree: SyntaxTree, node: SyntaxNode): boolean {
  const last = lastChild(node);
  if (last) return keepsBlankLines(tree, last);
  if (node.kind !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded')) return false;
  const start = baseOf(tree, node.block) + node.span.start;
  return /^[|>][0-9]*\+/.test(tree.text.slice(start, start + 4));
}

function lastChild(node: SyntaxNode): SyntaxNode | undefined {
  if (node.kind === 'map' && node.style === 'block') return node.entries.at(-1)?.value;
  if (node.kind === 'list' && node.style === 'block') return node.items.at(-1);
  return undefined;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhite(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset at which the line of an offset begins, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--;
  return at === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, offset) : at;
}

/** The offset at which the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** The offset at which the next line begins; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

/** The start of the line above the one that begins at `line`; undefined on the first. */
export function lineBefore(text: string, line: number): number | undefined {
  if (line <= 0 || !isBreak(text.charCodeAt(line - 1))) return undefined;
  return lineStart(text, line - (text.startsWith('\r\n', line - 2) ? 2 : 1));
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The white space with which the line of an offset begins. */
export function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipBlanks(text, start));
}

/** Whether nothing but white space stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return skipBlanks(text, lineStart(text, offset)) >= offset;
}

/** The first offset at or behind `offset` that is no space and no tab. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

/** The first offset at or behind `offset` that is no white space and no comment. */
export function skipTrivia(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    while (at < text.length && isWhite(text.charCodeAt(at))) at++;
    if (text[at] === '#' || text.startsWith('//', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) at = text.includes('*/', at) ? text.indexOf('*/', at) + 2 : text.length;
    else return at;
  }
}

/**
 * Where new lines go that come behind a block node that ends at `end` and whose entries stand at `column`: behind the comments that are
 * indented like a part of it. A comment at the entries' own column is part of it when the text behind the comments is not.
 */
export function endOfComments(text: string, end: number, column: number): number {
  let inner = lineEnd(text, end);
  let own = inner;
  let onlyDeep = true;
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const first = skipBlanks(text, at);
    if (first >= lineEnd(text, at)) continue;
    const indent = first - at;
    if (text[first] !== '#') return indent < column ? own : inner;
    if (indent < column) return own;
    own = lineEnd(text, at);
    if (indent === column) onlyDeep = false;
    else if (onlyDeep) inner = own;
  }
  return own;
}

/** Behind the blank lines that follow the line of an offset: where a line begins, or the end of the text. */
export function endOfBlankLines(text: string, offset: number): number {
  let at = nextLine(text, offset);
  while (at < text.length && skipBlanks(text, at) >= lineEnd(text, at)) at = nextLine(text, at);
  return at;
}

/** Whether a line break stands between two offsets. */
export function isBroken(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isBreak(text.charCodeAt(at))) return true;
  return false;
}

export function isBlankLine(text: string, offset: number): boolean {
  return skipBlanks(text, lineStart(text, offset)) >= lineEnd(text, offset);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || isBreak(code);
}
