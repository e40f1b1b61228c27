/** Offsets, spans, line index and edits over plain text. Nothing here knows of LSP positions or of templates. */

export { createLineIndex, type LineIndex, type LinePlace, type TextSource } from './line-index.ts';
export { containsOffset, containsSpan, overlaps, type Span, shiftSpan, spanLength } from './span.ts';
export { stretchAt } from './stretch-at.ts';
export { applyEdits, type TextEdit } from './text-edit.ts';
