import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Change, SyntaxTree } from '#syntax';
import { applyEdits, createLineIndex, type LineIndex, type Span, type TextSource } from '#text';

/** A span as an LSP range: zero-based lines, UTF-16 characters. */
export function toRange(span: Span, lines: LineIndex): Range {
  return { start: lines.placeAt(span.start), end: lines.placeAt(span.end) };
}

/** An LSP range as a span; what lies outside the text is clamped to it. */
export function toSpan({ start, end }: Range, lines: LineIndex): Span {
  return { start: lines.offsetAt(start), end: Math.max(lines.offsetAt(start), lines.offsetAt(end)) };
}

/** The changes of a `didChange`, each in offsets of the text that the ones before it left, as the LSP orders them. */
export function toChanges(events: readonly TextDocumentContentChangeEvent[], tree: SyntaxTree): readonly Change[] {
  const ranges = events.map((event) => ('range' in event ? event.range : undefined));
  // Editors send several cursors' changes from the back of the file: then one index serves all.
  if (ranges.every((range, at) => range && (at === 0 || endsBefore(range, ranges[at - 1], tree.lines)))) {
    return events.map((event) => ({ span: spanOfEvent(event, tree, tree.lines), newText: event.text }));
  }
  const changes: Change[] = [];
  let text = tree.text;
  for (const event of events) {
    const change = { span: spanOfEvent(event, text, createLineIndex(text)), newText: event.text };
    text = applyEdits(text, [change]);
    changes.push(change);
  }
  return changes;
}

/**
 * Whether a range ends before another one of the same text, and did before that one was changed. Not right at its start, where a line
 * break may be half of another one by then.
 */
function endsBefore(range: Range, other: Range | undefined, lines: LineIndex): boolean {
  if (!other || comparePositions(range.end, other.start) >= 0) return false;
  // A character beyond the end of a line may be within it once something was put in there.
  return comparePositions(lines.placeAt(lines.offsetAt(other.start)), other.start) === 0;
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function spanOfEvent(event: TextDocumentContentChangeEvent, text: TextSource, lines: LineIndex): Span {
  return 'range' in event ? toSpan(event.range, lines) : { start: 0, end: text.length };
}
