import type { Piece } from './resolved.ts';
import type { Literal } from './value.ts';

/** Whether a text is a literal as CloudFormation compares them; `isPlain` for a scalar of YAML without quotes. */
export function sameText(text: string, literal: Literal, isPlain: boolean): boolean {
  if (typeof literal === 'boolean') {
    const lower = text.toLowerCase();
    if (isPlain) return (literal ? YAML_TRUE : YAML_FALSE).has(lower);
    return lower === String(literal);
  }
  if (typeof literal === 'number') return text.trim() !== '' && Number(text) === literal;
  return text === literal;
}

/** YAML 1.1 reads these plain words as booleans, and so does CloudFormation. */
const YAML_TRUE = new Set(['true', 'yes', 'on']);
const YAML_FALSE = new Set(['false', 'no', 'off']);

/** Whether the parts of a text that are certain rule a literal out. */
export function cannotBe(pieces: readonly Piece[], literal: string): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (typeof first === 'string' && !literal.startsWith(first)) return true;
  if (typeof last === 'string' && !literal.endsWith(last)) return true;
  const length = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0);
  return length > literal.length;
}
