import type { Slice, Splitter } from './splitting.ts';
import { splitSections } from './splitting.ts';

/** What the cutting of JSON knows at the start of a block. */
export interface JsonState {
  readonly phase: 'head' | 'root' | 'section' | 'end';
  readonly section: string | undefined;
  /** The column of the top-level keys and of the section's entries, where they are first on their line; else -1. */
  readonly root: number;
  readonly entries: number;
  /** Whether the block begins a line, and not behind another on the same line. */
  readonly onLine: boolean;
}

/**
 * Cuts JSON at its top-level members and at the entries of the sections that are split. Strict cutting trusts the brackets.
 * Loose cutting is for texts whose brackets do not match, as while someone types: there a key at the column of its siblings
 * begins a block even where a bracket is open above it, so that a missing brace spoils one block and not all that follow.
 */
export function createJsonSplitter(loose: boolean): Splitter<JsonState> {
  return {
    initial: { phase: 'head', section: undefined, root: -1, entries: -1, onLine: true },
    same: (a, b) =>
      a.onLine === b.onLine &&
      a.phase === b.phase &&
      a.section === b.section &&
      a.root === b.root &&
      a.entries === b.entries,
    next(text, start, state) {
      const slice = cutNext(text, start, state, loose);
      const onLine = isBreak(text.charCodeAt(slice.end - 1));
      return onLine === slice.next.onLine ? slice : { ...slice, next: { ...slice.next, onLine } };
    },
  };
}

function cutNext(text: string, start: number, state: JsonState, loose: boolean): Slice<JsonState> {
  if (state.phase === 'head') return cutHead(text, start, state);
  if (state.phase === 'end') return { ...plain('tail', undefined), end: text.length, next: state };
  if (state.root === -2) return { ...plain('junk', undefined), end: text.length, next: state };
  return cutMember(text, start, state, loose);
}

function plain(kind: 'head' | 'tail' | 'junk', section: string | undefined) {
  return { kind, section, split: false } as const;
}

function cutHead(text: string, start: number, state: JsonState): Slice<JsonState> {
  const at = skipTrivia(text, text.charCodeAt(start) === 0xfeff ? start + 1 : start);
  if (text[at] === '{') {
    return { ...plain('head', undefined), end: endOfRest(text, at + 1), next: { ...state, phase: 'root' } };
  }
  // No map: the head ends before the value, which is one junk block.
  return { ...plain('head', undefined), end: Math.min(at, text.length), next: { ...state, phase: 'root', root: -2 } };
}

function cutMember(text: string, start: number, state: JsonState, loose: boolean): Slice<JsonState> {
  const { section } = state;
  const inSection = state.phase === 'section';
  const at = skipToMember(text, start);
  const char = text[at];
  if (char === undefined) return { ...plain('tail', section), end: text.length, next: state };
  if (char === '}' || char === ']') return cutCloser(text, start, at, state, loose);
  if (char !== '"') return { ...plain('junk', section), end: endOfJunk(text, at, loose), next: state };
  const column = columnOf(text, at, { start, onLine: state.onLine });
  if (inSection && loose && column >= 0 && column === state.root && column < state.entries) {
    return cutMember(text, start, { ...state, phase: 'root', section: undefined, entries: -1 }, loose);
  }
  const keyEnd = endOfString(text, at);
  const colon = skipTrivia(text, keyEnd);
  if (text[colon] !== ':') return { ...plain('junk', section), end: endOfMember(text, keyEnd), next: state };
  const valueAt = skipTrivia(text, colon + 1);
  const value = text[valueAt] ?? '';
  const name = text.slice(at + 1, keyEnd - 1);
  if (!inSection && value === '{' && splitSections.has(name)) {
    const root = state.root < 0 ? column : state.root;
    const next: JsonState = { ...state, phase: 'section', section: name, root, entries: -1 };
    return { kind: 'section', section: name, split: true, end: endOfRest(text, valueAt + 1), next };
  }
  const stops: Stops = {
    behind: keyEnd,
    own: loose ? column : -1,
    outer: loose && inSection && state.root >= 0 && state.root < column ? state.root : -1,
  };
  const end = endOfMember(text, endOfValue(text, valueAt, stops));
  if (inSection) {
    const next = state.entries < 0 ? { ...state, entries: column } : state;
    return { kind: 'entry', section, split: false, end, next };
  }
  const next = state.root < 0 ? { ...state, root: column } : state;
  return { kind: 'section', section: name, split: false, end, next };
}

function cutCloser(text: string, start: number, at: number, state: JsonState, loose: boolean): Slice<JsonState> {
  const { section } = state;
  if (loose && isExtraCloser(text, start, at, state)) {
    return { ...plain('junk', section), end: endOfMember(text, at + 1), next: state };
  }
  if (state.phase === 'section') {
    const next: JsonState = { ...state, phase: 'root', section: undefined, entries: -1 };
    return { ...plain('tail', section), end: endOfMember(text, at + 1), next };
  }
  return { ...plain('tail', undefined), end: text.length, next: { ...state, phase: 'end' } };
}

/** In loose cutting: whether a closing bracket closes nothing, because it stands too far right or its siblings go on below. */
function isExtraCloser(text: string, start: number, at: number, state: JsonState): boolean {
  const own = state.phase === 'section' ? state.entries : state.root;
  const outer = state.phase === 'section' ? state.root : -1;
  if (own < 0 || own <= outer) return false;
  const column = columnOf(text, at, { start, onLine: state.onLine });
  if (column >= own) return true;
  const after = skipToMember(text, at + 1);
  return text[after] === '"' && columnOf(text, after, { start: at, onLine: false }) === own;
}

/** Where a bare word that is no member ends: before the next quote, brace or line. */
function endOfJunk(text: string, start: number, loose: boolean): number {
  let at = start;
  while (at < text.length) {
    const char = text[at];
    if (char === '{' || char === '[') {
      if (loose) return Math.max(endOfRest(text, at + 1), start + 1);
      at = endOfValue(text, at, noStops);
      continue;
    }
    if (at > start && (char === '"' || char === '}' || char === ']')) return at;
    if (char === ',' || char === '\n' || char === '\r') return endOfMember(text, at);
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) at = skipTrivia(text, at);
    else at++;
  }
  return at;
}

/** Columns at which a key that is first on its line ends an unclosed value; -1 for none. */
interface Stops {
  /** The end of the key, behind which lines begin. */
  readonly behind: number;
  readonly own: number;
  readonly outer: number;
}

const noStops: Stops = { behind: 0, own: -1, outer: -1 };

/** The end of the value that begins at `start`: behind its last bracket, quote or character. */
function endOfValue(text: string, start: number, stops: Stops): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfWord(text, start);
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      if (stops.own >= 0 && isStop(text, at, stops)) return startOfLine(text, at, stops.behind);
      at = endOfString(text, at);
    } else if (code === 0x7b || code === 0x5b) {
      depth++;
      at++;
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
      at++;
      if (depth === 0) return at;
    } else if (code === 0x2f) {
      const behind = skipComment(text, at);
      at = behind > at ? behind : at + 1;
    } else at++;
  }
  return at;
}

function isStop(text: string, at: number, { behind, own, outer }: Stops): boolean {
  const column = columnOf(text, at, { start: behind, onLine: false });
  return column >= 0 && (column === own || column === outer);
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !',{}[]"\n\r'.includes(text[at] ?? '')) {
    if (text[at] === '/' && skipComment(text, at) > at) return at;
    at++;
  }
  return at;
}

/** Behind the comma that ends a member and, when nothing but white space and comments follow it there, behind its line. */
function endOfMember(text: string, start: number): number {
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
function endOfRest(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10) return at + 1;
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    if (code === 0x20 || code === 0x09) {
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
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13) return true;
  return false;
}

function skipToMember(text: string, start: number): number {
  let at = skipTrivia(text, start);
  while (text[at] === ',') at = skipTrivia(text, at + 1);
  return at;
}

function skipTrivia(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09 || code === 10 || code === 13) at++;
    else {
      const behind = code === 0x2f ? skipComment(text, at) : at;
      if (behind === at) return at;
      at = behind;
    }
  }
  return at;
}

/** Behind the comment that begins here; where we are when none does. */
function skipComment(text: string, at: number): number {
  if (text[at + 1] === '/') {
    let to = at + 2;
    while (to < text.length && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
    return to;
  }
  if (text[at + 1] !== '*') return at;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

/** Behind the closing quote; a string that is not closed ends with its line. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 10 || code === 13) return at;
    at += code === 0x5c ? 2 : 1;
  }
  return text.length;
}

/** Where a column is counted from at the latest, and whether a line begins there. */
interface Floor {
  readonly start: number;
  readonly onLine: boolean;
}

/** The column of what stands at an offset when it is first on its line, else -1. Looks at nothing before the floor. */
function columnOf(text: string, at: number, { start, onLine }: Floor): number {
  const line = startOfLine(text, at, start);
  return line < 0 || (line === start && !onLine) ? -1 : at - line;
}

function startOfLine(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const code = text.charCodeAt(start - 1);
    if (isBreak(code)) return start;
    if (code !== 0x20 && code !== 0x09) return -1;
    start--;
  }
  return start;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** How the brackets of a run of JSON add up, relative to the depth at its start. */
export interface Balance {
  readonly net: number;
  /** The least depth behind any of its brackets; infinite without brackets. */
  readonly least: number;
  /** The same without the last bracket. */
  readonly leastInside: number;
  /** Whether the run may end within a text or comment, so that what follows it reads differently. */
  readonly open: boolean;
}

/** Adds up the brackets of a run of JSON, texts and comments left out. */
export function balanceOf(text: string): Balance {
  let net = 0;
  let least = Number.POSITIVE_INFINITY;
  let leastInside = least;
  let open = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = endOfString(text, at);
      open = end === text.length;
      at = end;
    } else if (code === 0x2f) {
      const end = skipComment(text, at);
      open = end === text.length;
      at = Math.max(end, at + 1);
    } else {
      open = false;
      if (isBracket(code)) {
        net += code === 0x7b || code === 0x5b ? 1 : -1;
        leastInside = least;
        least = Math.min(least, net);
      }
      at++;
    }
  }
  return { net, least, leastInside, open };
}

function isBracket(code: number): boolean {
  return code === 0x7b || code === 0x5b || code === 0x7d || code === 0x5d;
}

/** Whether the brackets of a text match: the last of them closes the first. However the text is cut into runs, the answer is the same. */
export function isBalanced(balances: readonly Balance[]): boolean {
  const last = balances.findLastIndex(({ least }) => least !== Number.POSITIVE_INFINITY);
  let depth = 0;
  for (let index = 0; index <= last; index++) {
    const run = balances[index];
    if (!run) continue;
    if (depth + (index === last ? run.leastInside : run.least) < 1) return false;
    depth += run.net;
  }
  return depth === 0;
}
