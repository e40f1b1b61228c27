import { stretchAt } from './stretch-at.ts';
import type { TextEdit } from './text-edit.ts';

/** A zero-based line and the zero-based number of UTF-16 code units before the place on that line. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** A text, or something that gives parts of one without putting it together. */
export interface TextSource {
  readonly length: number;
  slice(start: number, end: number): string;
}

/** Where the lines of one text begin. */
export interface LineIndex {
  readonly lineCount: number;
  /** The place of an offset; offsets outside the text are clamped to it. */
  placeAt(offset: number): LinePlace;
  /** The offset of a place; a character beyond the line's end is the line's end. */
  offsetAt(place: LinePlace): number;
  /** The offset at which a line begins; the text's length for a line beyond the last. */
  lineStart(line: number): number;
  /** The index of `text`, which one edit has made of this one's text. Looks at the lines around the edit only. */
  after(edit: TextEdit, text: TextSource): LineIndex;
}

/** Indexes the lines of a text. `\n`, `\r\n` and a lone `\r` end a line, as the LSP defines (3.18, "Position"). */
export function createLineIndex(text: string): LineIndex {
  return indexOf(text, lineStarts(text, 0, text.length));
}

function indexOf(text: TextSource, starts: Uint32Array): LineIndex {
  const lineStart = (line: number) => (line < 0 ? 0 : (starts[line] ?? text.length));
  return {
    lineCount: starts.length,
    lineStart,
    placeAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = stretchAt(starts, clamped);
      return { line, character: clamped - lineStart(line) };
    },
    offsetAt({ line, character }) {
      if (line >= starts.length) return text.length;
      return Math.min(lineStart(line) + Math.max(0, character), endOfLine(text, starts, line));
    },
    after: (edit, next) => indexOf(next, startsAfter(starts, text.length, edit, next)),
  };
}

/** Where the lines of `[from, to)` begin: at `from`, and behind each line break. */
function lineStarts(text: TextSource, from: number, to: number): Uint32Array {
  const starts = [from];
  const part = text.slice(from, to);
  if (!part.includes('\r')) {
    // The usual text: searching is several times faster than looking at each character.
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) starts.push(from + at + 1);
    return Uint32Array.from(starts);
  }
  for (let at = 0; at < part.length; at++) {
    const code = part.charCodeAt(at);
    if (code === 10 || (code === 13 && part.charCodeAt(at + 1) !== 10)) starts.push(from + at + 1);
  }
  return Uint32Array.from(starts);
}

function startsAfter(starts: Uint32Array, length: number, { span, newText }: TextEdit, text: TextSource): Uint32Array {
  const by = newText.length - (span.end - span.start);
  // A line further up and down, for `\r` and `\n` are one line break or two.
  const first = Math.max(0, stretchAt(starts, span.start) - 1);
  const behind = stretchAt(starts, span.end) + 1;
  // The last of these begins where the first line behind does, if there is one.
  const around = lineStarts(text, starts[first] ?? 0, (starts[behind] ?? length) + by);
  const rest = starts.subarray(behind + 1);
  const next = new Uint32Array(first + around.length + rest.length);
  next.set(starts.subarray(0, first));
  next.set(around, first);
  next.set(rest, first + around.length);
  for (let line = first + around.length; line < next.length; line++) next[line] = (next[line] ?? 0) + by;
  return next;
}

function endOfLine(text: TextSource, starts: Uint32Array, line: number): number {
  const start = starts[line] ?? 0;
  const end = starts[line + 1] ?? text.length;
  const lineBreak = /(?:\r?\n|\r)?$/.exec(text.slice(Math.max(start, end - 2), end))?.[0] ?? '';
  return end - lineBreak.length;
}
