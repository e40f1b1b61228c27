import { createFlowScan } from './flow-scan.ts';
import { type Slice, type Splitter, splitSections } from './splitting.ts';
import {
  isBare,
  isBlankAt,
  isColonLine,
  isContent,
  isListItem,
  type Line,
  type LineKey,
  nextContent,
  readKey,
  readLine,
  skipBack,
  skipSpaces,
  startOfLineBefore,
} from './yaml-line.ts';

/** What the cutting of YAML knows at the start of a block. */
export interface YamlState {
  readonly phase: 'head' | 'body';
  /** The column of the top-level keys, the smallest seen so far. */
  readonly root: number;
  readonly section: string | undefined;
  /** The column of the section's entries; `unknown` before the first, `whole` when the section is one block. */
  readonly entries: number | 'unknown' | 'whole';
}

/**
 * Cuts YAML by indentation. A line at the column of keys (or left of it) begins a block, unless it goes on with what is open:
 * a list at the key's own column, an explicit key's `:`, or a bracket or quote that the block has not closed. Comments
 * directly above such a line, no further right than it, go with it; all other comments and blank lines stay with the block above.
 */
export const yamlSplitter: Splitter<YamlState> = {
  initial: { phase: 'head', root: 0, section: undefined, entries: 'whole' },
  same: (a, b) => a.phase === b.phase && a.root === b.root && a.section === b.section && a.entries === b.entries,
  next: (text, start, state) => (state.phase === 'head' ? cutHead(text, start) : cutBlock(text, start, state)),
};

function cutHead(text: string, start: number): Slice<YamlState> {
  let at = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  const floor = at;
  while (at < text.length) {
    const line = readLine(text, at);
    if (isContent(text, line) && !isHeadLine(text, line)) {
      // What stands behind a `---` on its own line is cut off there and read like any other value.
      const onMarker = line.column === 0 && isMarker(text, line, '---');
      const end = onMarker ? line.first + 3 : startWithComments(text, line, floor);
      const root = onMarker ? readLine(text, end).column : line.column;
      return { kind: 'head', section: undefined, split: false, end, next: bodyState(root) };
    }
    at = line.next;
  }
  return { kind: 'head', section: undefined, split: false, end: text.length, next: bodyState(0) };
}

function bodyState(root: number): YamlState {
  return { phase: 'body', root, section: undefined, entries: 'whole' };
}

/** A directive, or a `---` with nothing but a comment behind it. */
function isHeadLine(text: string, line: Line): boolean {
  if (line.column !== 0) return false;
  if (text[line.first] === '%') return true;
  if (!isMarker(text, line, '---')) return false;
  const behind = skipSpaces(text, line.first + 3);
  return behind >= line.end || text[behind] === '#';
}

function cutBlock(text: string, start: number, state: YamlState): Slice<YamlState> {
  let line = readLine(text, start);
  while (!isContent(text, line) && line.next < text.length) line = readLine(text, line.next);
  if (isTailStart(text, line)) return { kind: 'tail', section: undefined, split: false, end: text.length, next: state };
  const opening = openBlock(text, line, state);
  const { end, hasBody } = findEnd(text, start, line, opening);
  return {
    kind: opening.kind,
    section: opening.section,
    split: opening.bare && !hasBody,
    end,
    next: opening.next,
  };
}

interface Opening {
  readonly kind: 'section' | 'entry' | 'junk';
  readonly section: string | undefined;
  /** Whether it is a section to be split that has nothing behind its colon. */
  readonly bare: boolean;
  readonly next: YamlState;
}

/** What the first line of a block makes of it. */
function openBlock(text: string, line: Line, state: YamlState): Opening {
  const outer = line.column <= state.root;
  const key = readKey(text, line) ?? (outer ? readSectionWord(text, line) : undefined);
  if (outer) {
    if (!key || isIntruder(text, line, key, state)) {
      return { kind: 'junk', section: undefined, bare: false, next: { ...state, root: line.column } };
    }
    const split = splitSections.has(key.name) && canBeSplit(text, key, line);
    const next: YamlState = {
      phase: 'body',
      root: line.column,
      section: key.name,
      entries: split ? 'unknown' : 'whole',
    };
    return { kind: 'section', section: key.name, bare: split && isBare(text, key, line), next };
  }
  const next = state.entries === 'unknown' ? { ...state, entries: line.column } : state;
  return { kind: key ? 'entry' : 'junk', section: state.section, bare: false, next };
}

/** The name of a section to be split that is still without its colon, and alone on its line. */
function readSectionWord(text: string, line: Line): LineKey | undefined {
  const end = skipBack(text, line.end);
  const name = text.slice(line.first, end);
  return splitSections.has(name) ? { name, end, explicit: false } : undefined;
}

/**
 * Whether a key at the left stands among the resources, so that those below would become its own: one that is being typed, or
 * a resource that lost its indentation. It stays by itself, and the resources below it where they were.
 */
function isIntruder(text: string, line: Line, key: LineKey, state: YamlState): boolean {
  if (state.section !== 'Resources' || typeof state.entries !== 'number') return false;
  if (splitSections.has(key.name) || key.name === 'Hooks') return false;
  if (!key.explicit && '|>{["\''.includes(text[skipSpaces(text, key.end)] ?? '|')) return false;
  const below = nextContent(text, line);
  if (below && below.column > state.entries) return isResourceType(text, below);
  return resourceBelow(text, line) === state.entries;
}

/**
 * A section is cut into entries unless its value begins on its own line; a plain word there is a slip of the pen. An anchor or
 * tag may stand there, and whatever else does is still being typed when resources follow below.
 */
function canBeSplit(text: string, key: LineKey, line: Line): boolean {
  if (key.explicit) return false;
  const at = skipSpaces(text, key.end);
  if (at >= line.end || !'{[&!*|>"\''.includes(text[at] ?? '')) return true;
  return resourceBelow(text, line) > line.column;
}

/** The column of the key on the next content line when a map with the type of a resource stands below it, else -1. */
function resourceBelow(text: string, line: Line): number {
  const first = nextContent(text, line);
  const key = first && readKey(text, first);
  if (!first || !key || !isBare(text, key, first) || '"\''.includes(text[first.first] ?? '')) return -1;
  const second = nextContent(text, first);
  if (!second || second.column <= first.column) return -1;
  return isResourceType(text, second) ? first.column : -1;
}

function isResourceType(text: string, line: Line): boolean {
  return /^Type: +["']?\w+::[^,]*$/.test(text.slice(line.first, line.end));
}

/** Where the block ends that begins at `start` and has its first content on `first`. */
function findEnd(text: string, start: number, first: Line, opening: Opening): { end: number; hasBody: boolean } {
  const { next } = opening;
  const flow = createFlowScan(text, start);
  // The column at which lines are looked at: deeper ones always go on with the block.
  let level =
    next.entries === 'unknown' ? Number.POSITIVE_INFINITY : next.entries === 'whole' ? next.root : next.entries;
  let bodyColumn = -1;
  for (let at = first.next; at < text.length; ) {
    const line = readLine(text, at);
    at = line.next;
    if (line.column > level || !isContent(text, line)) continue;
    if (isTailStart(text, line)) return { end: line.start, hasBody: bodyColumn >= 0 };
    if (isListItem(text, line) && (line.column === first.column || line.column === bodyColumn)) {
      if (bodyColumn < 0 && level === Number.POSITIVE_INFINITY) {
        bodyColumn = line.column;
        level = line.column;
      }
      continue;
    }
    if (isColonLine(text, line)) continue;
    if (level === Number.POSITIVE_INFINITY && line.column > next.root && beginsValue(text, line)) {
      bodyColumn = line.column;
      level = line.column;
      continue;
    }
    const key = readKey(text, line);
    if (!goesOn(text, line, key !== undefined, flow)) {
      return { end: startWithComments(text, line, first.next), hasBody: bodyColumn >= 0 };
    }
  }
  return { end: text.length, hasBody: bodyColumn >= 0 };
}

/** Whether a line at the column of keys still belongs to a bracket or quote that is open above it. */
function goesOn(text: string, line: Line, isKey: boolean, flow: ReturnType<typeof createFlowScan>): boolean {
  if (!isKey) return flow.openAt(line.start) !== undefined;
  // A proper key ends what was left open above it, so that an unclosed bracket spoils one block only; but a line that is
  // written as in JSON is more likely part of a bracket that is not indented.
  const last = text[skipBack(text, line.end) - 1];
  const quoted = text[line.first] === '"';
  return (quoted || last === ',') && flow.openAt(line.start) === 'bracket';
}

/** Whether a line can only be the start of a value, so that the section it stands in is no map of entries. */
function beginsValue(text: string, line: Line): boolean {
  return isListItem(text, line) || (!readKey(text, line) && '{[&!*|>'.includes(text[line.first] ?? ''));
}

function isTailStart(text: string, line: Line): boolean {
  return line.column === 0 && (isMarker(text, line, '---') || isMarker(text, line, '...'));
}

function isMarker(text: string, line: Line, marker: string): boolean {
  return text.startsWith(marker, line.first) && isBlankAt(text, line.first + 3);
}

/** The start of the comment lines directly above a line that are no further right than it. */
function startWithComments(text: string, line: Line, floor: number): number {
  let start = line.start;
  while (start > floor) {
    const above = readLine(text, startOfLineBefore(text, start, floor));
    if (above.column > line.column || text[above.first] !== '#') return start;
    start = above.start;
  }
  return start;
}
