import { applyEdits, createLineIndex, type TextEdit } from '#text';

/** A unified diff of what edits do to a file, as `git apply` takes it; empty for edits that change nothing. */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const old = splitLines(text);
  const hunks = joinHunks(changedLines(text, old, edits), old.length);
  if (hunks.length === 0) return '';
  let shift = 0;
  const parts = hunks.map((changes) => {
    const { body, grown } = writeHunk(changes, old, shift);
    shift += grown;
    return body;
  });
  // As git writes it: a path from the root would be refused by whoever applies it.
  const name = path.replace(/^\/+/, '');
  return `--- a/${name}\n+++ b/${name}\n${parts.join('')}`;
}

/** Lines `from` to `to` (excluded) of the old text become `lines`. */
interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

const CONTEXT = 3;

/** Each line with its line break, so that a missing one at the end shows. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changedLines(text: string, old: readonly string[], edits: readonly TextEdit[]): LineChange[] {
  const index = createLineIndex(text.replaceAll('\r', ' '));
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    const from = index.placeAt(edit.span.start).line;
    const to = Math.min(index.placeAt(edit.span.end).line + 1, old.length);
    const last = groups.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.flatMap(({ from, to, edits: within }) => {
    const start = index.lineStart(from);
    const before = old.slice(from, to);
    const moved = within.map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    }));
    return narrow(from, before, splitLines(applyEdits(before.join(''), moved)));
  });
}

/** Leaves out the lines that are the same at both ends. */
function narrow(from: number, before: readonly string[], after: readonly string[]): LineChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (start + end === before.length && before.length === after.length) return [];
  return [{ from: from + start, to: from + before.length - end, lines: after.slice(start, after.length - end) }];
}

/** Changes whose context touches share a hunk. */
function joinHunks(changes: readonly LineChange[], lineCount: number): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const previous = hunks.at(-1)?.at(-1);
    const joins = previous && change.from - previous.to <= 2 * CONTEXT && previous.to <= lineCount;
    if (joins) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function writeHunk(
  changes: readonly LineChange[],
  old: readonly string[],
  shift: number,
): { body: string; grown: number } {
  const from = Math.max(0, (changes[0]?.from ?? 0) - CONTEXT);
  const to = Math.min(old.length, (changes.at(-1)?.to ?? 0) + CONTEXT);
  const rows: string[] = [];
  const put = (mark: string, line: string) =>
    rows.push(line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`);
  let at = from;
  let grown = 0;
  for (const change of changes) {
    for (; at < change.from; at++) put(' ', old[at] ?? '');
    for (; at < change.to; at++) put('-', old[at] ?? '');
    for (const line of change.lines) put('+', line);
    grown += change.lines.length - (change.to - change.from);
  }
  for (; at < to; at++) put(' ', old[at] ?? '');
  const head = `@@ -${lineRange(from, to - from)} +${lineRange(from + shift, to - from + grown)} @@\n`;
  return { body: head + rows.join(''), grown };
}

/** An empty range is written with the line before it. */
function lineRange(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}
