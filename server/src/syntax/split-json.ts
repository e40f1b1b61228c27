import {
  columnOf,
  endOfMember,
  endOfRest,
  endOfString,
  endOfWord,
  skipComment,
  skipToMember,
  skipTrivia,
  startOfLine,
} from './json-scan.ts';
import { isBreak } from './line-break.ts';
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

/** A block of JSON, and whether strict and loose cutting make the same of it. */
export interface JsonSlice extends Slice<JsonState> {
  readonly agreed: boolean;
}

/**
 * Cuts JSON at its top-level members and at the entries of the sections that are split. Strict cutting trusts the brackets.
 * Loose cutting is for texts whose brackets do not match, as while someone types: there a key at the column of its siblings
 * begins a block even where a bracket is open above it, so that a missing brace spoils one block and not all that follow. On
 * one long line it is a key with a resource behind it that does.
 */
export function createJsonSplitter(loose: boolean): Splitter<JsonState, JsonSlice> {
  return {
    initial: { phase: 'head', section: undefined, root: -1, entries: -1, onLine: true },
    same: (a, b) =>
      a.onLine === b.onLine &&
      a.phase === b.phase &&
      a.section === b.section &&
      a.root === b.root &&
      a.entries === b.entries,
    next(text, start, state) {
      const mode: Mode = { loose, agreed: true };
      const slice = cutNext(text, start, state, mode);
      const onLine = isBreak(text.charCodeAt(slice.end - 1));
      const next = onLine === slice.next.onLine ? slice.next : { ...slice.next, onLine };
      return { ...slice, next, agreed: mode.agreed };
    },
  };
}

/** How a block is cut. `agreed` becomes false where the other way might cut elsewhere. */
interface Mode {
  readonly loose: boolean;
  agreed: boolean;
}

function cutNext(text: string, start: number, state: JsonState, mode: Mode): Slice<JsonState> {
  if (state.phase === 'head') return cutHead(text, start, state);
  if (state.phase === 'end') return { ...plain('tail', undefined), end: text.length, next: state };
  if (state.root === -2) return { ...plain('junk', undefined), end: text.length, next: state };
  return cutMember(text, start, state, mode);
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

function cutMember(text: string, start: number, state: JsonState, mode: Mode): Slice<JsonState> {
  const { section } = state;
  const inSection = state.phase === 'section';
  const at = skipToMember(text, start);
  const char = text[at];
  if (char === undefined) return { ...plain('tail', section), end: text.length, next: state };
  if (char === '}' || char === ']') return cutCloser(text, start, at, state, mode);
  if (char !== '"') return { ...plain('junk', section), end: endOfJunk(text, at, mode), next: state };
  const column = columnOf(text, at, { start, onLine: state.onLine });
  if (inSection && column >= 0 && column === state.root && column < state.entries) {
    mode.agreed = false;
    if (mode.loose) return cutMember(text, start, { ...state, phase: 'root', section: undefined, entries: -1 }, mode);
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
    own: column,
    outer: inSection && state.root >= 0 && state.root < column ? state.root : -1,
    siblings: state.entries,
    resources: isOneLine(state, column),
  };
  const end = endOfMember(text, endOfValue(text, valueAt, stops, mode));
  if (inSection) {
    const next = state.entries < 0 ? { ...state, entries: column } : state;
    return { kind: 'entry', section, split: false, end, next };
  }
  const next = state.root < 0 ? { ...state, root: column } : state;
  return { kind: 'section', section: name, split: false, end, next };
}

/** Whether columns say nothing of the resources here, because they stand behind one another on a line. */
function isOneLine({ phase, section, entries }: JsonState, column: number): boolean {
  return phase === 'section' && section === 'Resources' && entries < 0 && column < 0;
}

function cutCloser(text: string, start: number, at: number, state: JsonState, mode: Mode): Slice<JsonState> {
  const { section } = state;
  if (isExtraCloser(text, start, at, state)) {
    mode.agreed = false;
    if (mode.loose) return { ...plain('junk', section), end: endOfMember(text, at + 1), next: state };
  }
  if (state.phase === 'section') {
    const next: JsonState = { ...state, phase: 'root', section: undefined, entries: -1 };
    return { ...plain('tail', section), end: endOfMember(text, at + 1), next };
  }
  return { ...plain('tail', undefined), end: text.length, next: { ...state, phase: 'end' } };
}

/** Whether, to loose cutting, a closing bracket closes nothing: it stands too far right, or its siblings go on behind it. */
function isExtraCloser(text: string, start: number, at: number, state: JsonState): boolean {
  const after = skipToMember(text, at + 1);
  if (state.phase === 'section' && state.section === 'Resources' && beginsResource(text, after)) return true;
  const own = state.phase === 'section' ? state.entries : state.root;
  const outer = state.phase === 'section' ? state.root : -1;
  if (own < 0 || own <= outer) return false;
  const column = columnOf(text, at, { start, onLine: state.onLine });
  if (column >= own) return true;
  return text[after] === '"' && columnOf(text, after, { start: at, onLine: false }) === own;
}

/** Where a bare word that is no member ends: before the next quote, brace or line. */
function endOfJunk(text: string, start: number, mode: Mode): number {
  let at = start;
  while (at < text.length) {
    const char = text[at];
    if (char === '{' || char === '[') {
      mode.agreed = false;
      if (mode.loose) return Math.max(endOfRest(text, at + 1), start + 1);
      at = endOfValue(text, at, noStops, mode);
      continue;
    }
    if (at > start && (char === '"' || char === '}' || char === ']')) return at;
    if (char === ',' || char === '\n' || char === '\r') return endOfMember(text, at);
    if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) at = skipTrivia(text, at);
    else at++;
  }
  return at;
}

/** Where, to loose cutting, a value ends that is not closed. */
interface Stops {
  /** The end of the key, behind which lines begin. */
  readonly behind: number;
  /** Columns at which a key that is first on its line ends it; -1 for none. */
  readonly own: number;
  readonly outer: number;
  readonly siblings: number;
  /** Whether a key with a resource behind it ends it. */
  readonly resources: boolean;
}

const noStops: Stops = { behind: 0, own: -1, outer: -1, siblings: -1, resources: false };

/** The end of the value that begins at `start`: behind its last bracket, quote or character. */
function endOfValue(text: string, start: number, stops: Stops, mode: Mode): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfWord(text, start);
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      if ((mode.loose || mode.agreed) && isStop(text, at, stops)) {
        mode.agreed = false;
        if (mode.loose) return stops.resources ? at : startOfLine(text, at, stops.behind);
      }
      at = endOfString(text, at);
    } else if (code === 0x7b || code === 0x5b) {
      depth++;
      at++;
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
      at++;
      if (depth === 0) return at;
    } else if (code === 0x2f) at = Math.max(skipComment(text, at), at + 1);
    else at++;
  }
  return at;
}

function isStop(text: string, at: number, { behind, own, outer, siblings, resources }: Stops): boolean {
  if (resources) return beginsResource(text, at);
  if (own < 0) return false;
  const column = columnOf(text, at, { start: behind, onLine: false });
  return column >= 0 && (column === own || column === outer || column === siblings);
}

const resourceStart = /"\w+"\s*:\s*\{\s*"Type"\s*:\s*"\w+::/y;

/** Whether a key stands here with a map behind it that begins with the type of a resource; inside of one there is none such. */
function beginsResource(text: string, at: number): boolean {
  resourceStart.lastIndex = at;
  return resourceStart.test(text);
}
