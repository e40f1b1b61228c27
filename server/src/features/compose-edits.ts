import type { TextEdit } from '#text';

/**
 * The edits that do at once what `steps` do one after another, each step in offsets of the text that the one before it left.
 * Ordered, not overlapping, in offsets of `text`.
 */
export function composeEdits(text: string, steps: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: text.length, added: undefined }];
  for (const step of steps) {
    const ordered = [...step].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    // From the back, so that the offsets of the edits before stay true.
    for (const edit of ordered.reverse()) pieces = splice(pieces, edit);
  }
  return toEdits(text, pieces);
}

/** Either a stretch of the original text or added text. */
type Piece = { readonly start: number; readonly end: number; readonly added: undefined } | { readonly added: string };

function splice(pieces: readonly Piece[], { span, newText }: TextEdit): Piece[] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    const from = Math.min(Math.max(span.start - at, 0), length);
    const to = Math.min(Math.max(span.end - at, 0), length);
    if (from > 0) before.push(cut(piece, 0, from));
    if (to < length) after.push(cut(piece, to, length));
    at += length;
  }
  return newText === '' ? [...before, ...after] : [...before, { added: newText }, ...after];
}

function lengthOf(piece: Piece): number {
  return piece.added === undefined ? piece.end - piece.start : piece.added.length;
}

function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.added !== undefined) return { added: piece.added.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to, added: undefined };
}

function toEdits(text: string, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let added = '';
  const flush = (start: number) => {
    if (added !== text.slice(at, start)) edits.push({ span: { start: at, end: start }, newText: added });
    added = '';
  };
  for (const piece of pieces) {
    if (piece.added !== undefined) {
      added += piece.added;
      continue;
    }
    if (piece.end === piece.start) continue;
    if (added !== '' || piece.start !== at) flush(piece.start);
    at = piece.end;
  }
  if (added !== '' || at !== text.length) flush(text.length);
  return edits;
}
