import type { SyntaxNode } from '#syntax';
import type { Hole, Piece, Resolved } from './resolved.ts';

/** The text of a resolved scalar, with questions made concrete; undefined for all else. */
export function textOf(resolved: Resolved): string | undefined {
  switch (resolved.kind) {
    case 'scalar':
      return resolved.text;
    case 'question':
      return resolved.question.concrete();
    case 'text':
      return joinPieces(resolved.pieces);
    default:
      return undefined;
  }
}

/** A resolved scalar with `${…}` for each part of it that is not known; undefined for what has no text. */
export function patternOf(resolved: Resolved): string | undefined {
  switch (resolved.kind) {
    case 'scalar':
      return resolved.text;
    case 'question':
    case 'text':
    case 'reference':
      return piecesOf(resolved, '').map(patternOfPiece).join('');
    case 'unknown':
      return resolved.given ? `\${${resolved.name}}` : undefined;
    default:
      return undefined;
  }
}

function patternOfPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'hole' in piece ? piece.hole : (piece.settled() ?? `\${${piece.domain.name}}`);
}

/** A text as it stands: one with a dynamic reference is known only when the stack is deployed. */
export function ofText(text: string, node: SyntaxNode): Resolved {
  if (text.includes('{{resolve:')) return { kind: 'text', pieces: [{ hole: text, target: undefined }], written: node };
  return { kind: 'scalar', text, literal: node.kind === 'scalar' ? node : undefined, written: node };
}

/** The parts of a text that a resolved value is put into; `name` says what it is where nothing else does. */
export function piecesOf(resolved: Resolved, name: string): readonly Piece[] {
  switch (resolved.kind) {
    case 'scalar':
      return [resolved.text];
    case 'question':
      return [resolved.question];
    case 'text':
      return resolved.pieces;
    case 'reference': {
      const { logicalId, attribute } = resolved;
      return [{ hole: `\${${attribute ? `${logicalId}.${attribute}` : logicalId}}`, target: { logicalId, attribute } }];
    }
    default:
      return [{ hole: `\${${resolved.kind === 'unknown' ? resolved.name : name}}`, target: undefined }];
  }
}

/** What parts come to when they are put together: as plain as they allow. */
export function fromPieces(pieces: readonly Piece[], node: SyntaxNode): Resolved {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else if (piece !== '') merged.push(piece);
  }
  const [only] = merged;
  if (merged.length === 0) return ofText('', node);
  if (merged.length > 1) return { kind: 'text', pieces: merged, written: node };
  if (typeof only === 'string') return ofText(only, node);
  const target = only && 'target' in only ? only.target : undefined;
  if (target) return { kind: 'reference', ...target, written: node };
  return only && !('hole' in only)
    ? { kind: 'question', question: only, written: node }
    : { kind: 'text', pieces: merged, written: node };
}

function joinPieces(pieces: readonly Piece[]): string | undefined {
  // Not before it is certain that no part is missing: making a parameter concrete costs a world for each value.
  if (pieces.some((piece): piece is Hole => typeof piece !== 'string' && 'hole' in piece)) return undefined;
  let text = '';
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? piece : 'hole' in piece ? undefined : piece.concrete();
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}
