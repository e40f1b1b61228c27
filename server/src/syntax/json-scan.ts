import { isBreak } from './line-break.ts';
/**
 * Behind the closing quote. A string that is not closed ends with its line, or in front of the quote that must belong to what
 * follows: one behind which a word goes on (`"Na,"Other": …`). So a stray quote on a long line misleads nobody beyond it.
 */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return opensNext(text, start, at) ? at : at + 1;
    if (isBreak(code)) return at;
    at += code === 0x5c ? 2 : 1;
  }
  return text.length;
}

/** Whether the quote at `at` opens a string of its own, rather than to close the one that opens at `start`. */
function opensNext(text: string, start: number, at: number): boolean {
  if (!isWord(text.charCodeAt(at + 1))) return false;
  const before = text[skipBlanksBack(text, at, start + 1) - 1];
  return before === ',' || before === '{' || before === '[' || before === ':' || before === '"';
}

/** Letters, digits, `_`, `$` and `*`: what keys and values begin with, and what never follows a closed string. */
function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x24 ||
    code === 0x2a
  );
}

function skipBlanksBack(text: string, at: number, floor: number): number {
  let to = at;
  while (to > floor && isBlank(text.charCodeAt(to - 1))) to--;
  return to;
}

/** The end of a number, a constant or a bare word. */
export function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !',{}[]"\n\r'.includes(text[at] ?? '')) {
    if (text[at] === '/' && skipComment(text, at) > at) return at;
    at++;
  }
  return at;
}

/** Behind the comma that ends a member and, when nothing but white space and comments follow it there, behind its line. */
export function endOfMember(text: string, start: number): number {
  let at = skipTrivia(text, start);
  if (text[at] !== ',') return endOfRest(text, start);
  while (text[at] === ',') {
    at++;
    const next = skipTrivia(text, at);
    if (text[next] !== ',') break;
    at = next;
  }
  return endOfRest(text, at);
}

/** Behind the line when only white space and comments are left on it, else where we are. */
export function endOfRest(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10) return at + 1;
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    if (isBlank(code)) {
      at++;
      continue;
    }
    const behind = code === 0x2f ? skipComment(text, at) : at;
    if (behind === at || spansLines(text, at, behind)) return start;
    at = behind;
  }
  return at;
}

function spansLines(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isBreak(text.charCodeAt(at))) return true;
  return false;
}

/** Behind white space, comments and stray commas: where the next member begins, or what closes its map. */
export function skipToMember(text: string, start: number): number {
  let at = skipTrivia(text, start);
  while (text[at] === ',') at = skipTrivia(text, at + 1);
  return at;
}

/** Behind white space and comments. */
export function skipTrivia(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isBreak(code)) at++;
    else {
      const behind = code === 0x2f ? skipComment(text, at) : at;
      if (behind === at) return at;
      at = behind;
    }
  }
  return at;
}

/**
 * Behind the comment that begins here; where we are when none does. One that is nowhere closed ends with its line: while
 * someone types it, all that follows is still there.
 */
export function skipComment(text: string, at: number): number {
  if (text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2);
    if (end >= 0) return end + 2;
  } else if (text[at + 1] !== '/') return at;
  let to = at + 2;
  while (to < text.length && !isBreak(text.charCodeAt(to))) to++;
  return Math.min(to, text.length);
}

/** Where a column is counted from at the latest, and whether a line begins there. */
export interface Floor {
  readonly start: number;
  readonly onLine: boolean;
}

/** The column of what stands at an offset when it is first on its line, else -1. Looks at nothing before the floor. */
export function columnOf(text: string, at: number, { start, onLine }: Floor): number {
  const line = startOfLine(text, at, start);
  return line < 0 || (line === start && !onLine) ? -1 : at - line;
}

/** Where the line begins on which only white space stands before `at`, else -1; the floor when the line begins before it. */
export function startOfLine(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const code = text.charCodeAt(start - 1);
    if (isBreak(code)) return start;
    if (!isBlank(code)) return -1;
    start--;
  }
  return start;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
