import type { LazyBlock } from './block.ts';
import type { Composition } from './composition.ts';
import { isBreak } from './line-break.ts';

/** Thrown when the text is not simple; a constant, so that throwing it costs next to nothing. */
export const unusual = Symbol('not simple YAML');

/** Where the reader of simple YAML stands in a block: always in front of a content line. */
export interface SimpleReader {
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
export function toLine(reader: SimpleReader, offset: number) {
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
function readComment(reader: SimpleReader, at: number): number {
  const end = endOfLine(reader.text, at);
  reader.to.comments.push({ span: { start: at, end }, text: reader.text.slice(at, end) });
  return nextLine(reader.text, end);
}

/** Steps to the next content line when only spaces or a comment are left on this one. */
export function toLineBehind(reader: SimpleReader, from: number) {
  const { text } = reader;
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  if (at >= text.length) reader.column = -1;
  else if (isBreak(code)) toLine(reader, nextLine(text, at));
  else if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) toLine(reader, readComment(reader, at));
  else throw unusual;
}

/** Whether a list item begins here. */
export function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2d && isBlank(text.charCodeAt(at + 1));
}

/** Behind the spaces that stand here. */
export function skipSpaces(text: string, at: number): number {
  let to = at;
  while (text.charCodeAt(to) === 0x20) to++;
  return to;
}

/** In front of the break that ends this line. */
export function endOfLine(text: string, at: number): number {
  let to = at;
  while (to < text.length && !isBreak(text.charCodeAt(to))) to++;
  return to;
}

/** Behind the break at `end`; gives up on a lone carriage return. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  if (text.charCodeAt(end) === 10) return end + 1;
  if (text.charCodeAt(end + 1) !== 10) throw unusual;
  return end + 2;
}

/** Whether a character code ends a word: a space, a break or the end of the text. */
export function isBlank(code: number): boolean {
  return Number.isNaN(code) || code === 0x20 || isBreak(code);
}
