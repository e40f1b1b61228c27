/** A zero-based line and the zero-based number of UTF-16 code units before the place on that line. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
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
}

/** Indexes the lines of a text. `\n`, `\r\n` and a lone `\r` end a line, as the LSP defines (3.18, "Position"). */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineStart = (line: number) => (line < 0 ? 0 : (starts[line] ?? text.length));
  return {
    lineCount: starts.length,
    lineStart,
    placeAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(starts, clamped);
      return { line, character: clamped - lineStart(line) };
    },
    offsetAt({ line, character }) {
      if (line >= starts.length) return text.length;
      return Math.min(lineStart(line) + Math.max(0, character), endOfLine(text, starts, line));
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    // The usual text: searching is several times faster than looking at each character.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) starts.push(at + 1);
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOfLine(text: string, starts: readonly number[], line: number): number {
  let end = starts[line + 1] ?? text.length;
  while (end > (starts[line] ?? 0) && isLineBreak(text.charCodeAt(end - 1))) end--;
  return end;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
