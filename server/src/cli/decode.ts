import { createLineIndex } from '#text';
import type { FileNote } from './report.ts';

/** The text of a file, or why it has none. */
export type Decoded =
  | { readonly text: string; readonly byteOrderMark: boolean; readonly error: undefined }
  | { readonly error: FileNote };

/** CloudFormation takes 1 MB; four times that leaves room for a template that is minified on its way. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Decodes UTF-8. Anything else is an error at the first character that is wrong. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length / 1_000_000).toFixed(1);
    return failure(`the file has ${size} MB; CloudFormation takes templates of at most 1 MB`, '');
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return failure('the file is UTF-16; save it as UTF-8', '');
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return failure('the file holds a NUL character: it is no text', lenient.decode(bytes.subarray(0, zero)));
  try {
    const text = strict.decode(bytes);
    const byteOrderMark = text.startsWith('\uFEFF');
    return { text: byteOrderMark ? text.slice(1) : text, byteOrderMark, error: undefined };
  } catch {
    // As a stream, so that a character that only begins is left out.
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, lengthOfValid(bytes)), { stream: true });
    return failure('the file is not UTF-8 from here on; save it as UTF-8', before);
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8');

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

/** The number of bytes before the first that cannot be UTF-8; found by halving, since any shorter prefix is valid too. */
function lengthOfValid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    // A stream may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function failure(message: string, before: string): Decoded {
  const place = createLineIndex(before).placeAt(before.length);
  return { error: { message, range: { start: place, end: place } } };
}
