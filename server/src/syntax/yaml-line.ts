import { isBreak } from './line-break.ts';
/** A line of the text: its first character that is no indentation, its end without the break, and where the next begins. */
export interface Line {
  readonly start: number;
  readonly first: number;
  readonly end: number;
  readonly next: number;
  /** How far the line is indented; a tab counts as one. */
  readonly column: number;
}

/** The line that begins at `start`. */
export function readLine(text: string, start: number): Line {
  const first = skipSpaces(text, start);
  let end = first;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  const crlf = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
  return { start, first, end, next: Math.min(text.length, end + (crlf ? 2 : 1)), column: first - start };
}

/** Whether a line holds more than white space and a comment. */
export function isContent(text: string, line: Line): boolean {
  return line.first < line.end && text.charCodeAt(line.first) !== 0x23;
}

/** The next content line below a line. */
export function nextContent(text: string, line: Line): Line | undefined {
  for (let at = line.next; at < text.length; ) {
    const next = readLine(text, at);
    if (isContent(text, next)) return next;
    at = next.next;
  }
  return undefined;
}

/** Where the line above begins, but not before the floor. */
export function startOfLineBefore(text: string, lineStart: number, floor: number): number {
  let at = lineStart - 1;
  if (text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13) at--;
  while (at > floor && !isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The key at the start of a line. */
export interface LineKey {
  readonly name: string;
  /** Behind the colon. */
  readonly end: number;
  readonly explicit: boolean;
}

/** The key a line begins with, if it does: `name:`, `"name":`, with or without a tag or anchor, or `? name`. */
export function readKey(text: string, line: Line): LineKey | undefined {
  let at = line.first;
  if (text[at] === '?' && isBlankAt(text, at + 1)) {
    const from = skipSpaces(text, at + 1);
    return { name: text.slice(from, skipBack(text, line.end)), end: line.end, explicit: true };
  }
  while (text[at] === '!' || text[at] === '&') {
    while (!isBlankAt(text, at)) at++;
    at = skipSpaces(text, at);
    if (at >= line.end) return undefined;
  }
  const quote = text[at];
  if (quote === '"' || quote === "'") return readQuotedKey(text, at, line, quote);
  if (!canBeginPlain(text, at)) return undefined;
  for (let to = at; to < line.end; to++) {
    const code = text.charCodeAt(to);
    if (code === 0x3a && isBlankAt(text, to + 1)) {
      return { name: text.slice(at, skipBack(text, to)), end: to + 1, explicit: false };
    }
    if (code === 0x23 && isBlankAt(text, to - 1)) return undefined;
  }
  return undefined;
}

function readQuotedKey(text: string, at: number, line: Line, quote: string): LineKey | undefined {
  let to = at + 1;
  while (to < line.end && text[to] !== quote) to += quote === '"' && text[to] === '\\' ? 2 : 1;
  if (to >= line.end) return undefined;
  const colon = skipSpaces(text, to + 1);
  if (text[colon] !== ':') return undefined;
  return { name: text.slice(at + 1, to), end: colon + 1, explicit: false };
}

function canBeginPlain(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (char === '-' || char === '?' || char === ':') return !isBlankAt(text, at + 1);
  return !'#&*!|>\'"%@`[]{},'.includes(char);
}

/** Whether a key has nothing behind it on its line but what may stand in front of a map below. */
export function isBare(text: string, key: LineKey, line: Line): boolean {
  let at = skipSpaces(text, key.end);
  while (at < line.end && (text[at] === '&' || text[at] === '!')) {
    while (!isBlankAt(text, at)) at++;
    at = skipSpaces(text, at);
  }
  return at >= line.end || text[at] === '#';
}

/** Whether the line begins with `- `. */
export function isListItem(text: string, line: Line): boolean {
  return text[line.first] === '-' && isBlankAt(text, line.first + 1);
}

/** Whether the line begins with the `: ` of an explicit key. */
export function isColonLine(text: string, line: Line): boolean {
  return text[line.first] === ':' && isBlankAt(text, line.first + 1);
}

/** Behind the spaces and tabs that stand here. */
export function skipSpaces(text: string, at: number): number {
  let to = at;
  while (text.charCodeAt(to) === 0x20 || text.charCodeAt(to) === 0x09) to++;
  return to;
}

/** In front of the spaces and tabs that stand before here. */
export function skipBack(text: string, at: number): number {
  let to = at;
  while (to > 0 && (text.charCodeAt(to - 1) === 0x20 || text.charCodeAt(to - 1) === 0x09)) to--;
  return to;
}

/** Whether a space, tab, break or the end of the text stands here. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === 0x20 || code === 0x09 || isBreak(code);
}
