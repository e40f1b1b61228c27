import { type LazyBlock, type ParsedBlock, tidyErrors } from './block.ts';
import {
  advance,
  createReader,
  fault,
  isToken,
  type JsonReader,
  SyntaxKind,
  shorten,
  skipCommas,
  spanOfToken,
  tokenText,
} from './json-reader.ts';
import type { ScalarNode, SyntaxNode } from './node.ts';
import { missing, readScalar, readValue } from './read-json-value.ts';

/** Reads one block of JSON. Whatever goes wrong is an error in the block, never an exception. */
export function parseJsonBlock(block: LazyBlock): ParsedBlock {
  const to = createReader(block);
  try {
    return readBlock(to);
  } catch (error) {
    to.errors.length = 0;
    const message = `This part cannot be read (${error instanceof Error ? error.message : 'unknown reason'}).`;
    to.errors.push({ message, span: { start: 0, end: block.text.length } });
    return result(to, undefined, undefined);
  }
}

function result(
  { comments, errors, comma }: JsonReader,
  key: ScalarNode | undefined,
  value: SyntaxNode | undefined,
): ParsedBlock {
  return { key, value, comments, errors: tidyErrors(errors), anchors: [], aliases: [], comma };
}

function readBlock(to: JsonReader): ParsedBlock {
  const nul = to.block.text.indexOf('\0');
  if (nul >= 0) {
    fault(to, 'This is not text: there is a NUL character here.', { start: nul, end: nul + 1 });
    return result(to, undefined, undefined);
  }
  if (to.block.text.charCodeAt(0) === 0xfeff) to.scanner.setPosition(1);
  advance(to);
  if (to.block.kind === 'head' || to.block.kind === 'tail') return readFrame(to);
  if (to.block.kind === 'junk') return readJunk(to);
  skipCommas(to);
  const key = readScalar(to);
  if (isToken(to, SyntaxKind.ColonToken)) advance(to);
  if (to.block.split) {
    advance(to);
    rejectRest(to);
    return result(to, key, undefined);
  }
  const value = readValue(to, 0) ?? missing(to, key);
  readComma(to);
  rejectRest(to);
  return result(to, key, value);
}

/** Only brackets, and the comma behind one, may stand in a head or a tail. */
function readFrame(to: JsonReader): ParsedBlock {
  const { kind } = to.block;
  const opener = kind === 'head';
  if (opener ? isToken(to, SyntaxKind.OpenBraceToken) : isToken(to, SyntaxKind.CloseBraceToken)) advance(to);
  else if (isToken(to, SyntaxKind.CloseBracketToken)) {
    fault(to, 'A `}` is expected here, not a `]`.', spanOfToken(to));
    advance(to);
  }
  if (kind === 'tail') readComma(to);
  rejectRest(to);
  return result(to, undefined, undefined);
}

/** Text that is no member; where it stands alone it may still be a list or another value. */
function readJunk(to: JsonReader): ParsedBlock {
  skipCommas(to);
  if (isToken(to, SyntaxKind.CloseBraceToken) || isToken(to, SyntaxKind.CloseBracketToken)) {
    fault(to, `This \`${tokenText(to)}\` closes nothing; remove it.`, spanOfToken(to));
    return result(to, undefined, undefined);
  }
  if (isToken(to, SyntaxKind.EOF)) return result(to, undefined, undefined);
  const start = spanOfToken(to);
  const quoted = isToken(to, SyntaxKind.StringLiteral);
  const text = tokenText(to);
  const isValue = isToken(to, SyntaxKind.OpenBracketToken) && to.block.section === undefined;
  const value = readValue(to, 0);
  readComma(to);
  if (isValue) rejectRest(to);
  else {
    while (!isToken(to, SyntaxKind.EOF)) advance(to);
    const message = quoted
      ? `${shorten(text)} needs a colon and a value: write ${shorten(text)}: { … }.`
      : 'This is no member of the map; write `"Name": value`.';
    if (to.errors.length === 0) fault(to, message, start);
  }
  return result(to, undefined, value);
}

function readComma(to: JsonReader) {
  if (!isToken(to, SyntaxKind.CommaToken)) return;
  to.comma = spanOfToken(to).start;
  advance(to);
  skipCommas(to);
}

function rejectRest(to: JsonReader) {
  if (isToken(to, SyntaxKind.EOF)) return;
  const start = spanOfToken(to).start;
  const text = tokenText(to);
  while (!isToken(to, SyntaxKind.EOF)) advance(to);
  fault(to, `Unexpected \`${shorten(text)}\` here.`, { start, end: to.block.text.trimEnd().length });
}
