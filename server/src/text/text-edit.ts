import type { Span } from './span.ts';

/** Replaces what stands in `span` by `newText`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits, which refer to offsets in the text before any of them. Edits that insert at the same offset
 * land in the order given. Overlapping edits are a bug of the caller and throw a RangeError.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.order - b.order);
  const parts: string[] = [];
  let from = 0;
  for (const { span, newText } of ordered) {
    if (span.start < from) throw new RangeError(`edits overlap at offset ${span.start}`);
    parts.push(text.slice(from, span.start), newText);
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
