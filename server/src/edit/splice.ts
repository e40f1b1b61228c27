import type { TextEdit } from '#text';

/** One change of the text, in offsets of the text before it. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of insertions at one offset the deeper ones come first: a nested map ends before the map around it. */
  readonly depth: number;
}

/** The depth of what goes on with the very line: before all new lines. */
export const onLine = Number.POSITIVE_INFINITY;

/** An insertion. */
export function insertion(at: number, text: string, depth: number): Splice {
  return { start: at, end: at, text, depth };
}

/** Ordered edits, those that touch each other made one; undefined when two want the same text. */
export function joinSplices(splices: readonly Splice[]): readonly TextEdit[] | undefined {
  const ordered = splices
    .filter((splice) => splice.end > splice.start || splice.text !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end || b.depth - a.depth);
  const joined: { start: number; end: number; text: string }[] = [];
  for (const { start, end, text } of ordered) {
    const last = joined.at(-1);
    if (last && start < last.end) return undefined;
    if (last && start === last.end) {
      last.end = end;
      last.text += text;
    } else {
      joined.push({ start, end, text });
    }
  }
  return joined.map(({ start, end, text }) => ({ span: { start, end }, newText: text }));
}
