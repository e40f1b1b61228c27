import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Span } from '#text';
import { depthMessage, type LazyBlock, maxDepth, type ParsedBlock, tidyErrors } from './block.ts';
import type { Comment, MapEntry, ScalarNode, SyntaxFault, SyntaxNode } from './node.ts';

// The library declares these as ambient const enums, which cannot be imported into isolated modules.
const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  CommaToken: 5,
  ColonToken: 6,
  NullKeyword: 7,
  TrueKeyword: 8,
  FalseKeyword: 9,
  StringLiteral: 10,
  NumericLiteral: 11,
  LineCommentTrivia: 12,
  BlockCommentTrivia: 13,
  LineBreakTrivia: 14,
  Trivia: 15,
  Unknown: 16,
  EOF: 17,
} as const;

const ScanError = {
  UnexpectedEndOfComment: 1,
  UnexpectedEndOfString: 2,
  UnexpectedEndOfNumber: 3,
  InvalidUnicode: 4,
  InvalidEscapeCharacter: 5,
  InvalidCharacter: 6,
} as const;

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

interface Reader {
  readonly block: LazyBlock;
  readonly scanner: JSONScanner;
  readonly comments: Comment[];
  readonly errors: SyntaxFault[];
  token: number;
  comma: number | undefined;
}

function createReader(block: LazyBlock): Reader {
  const scanner = createScanner(block.text, false);
  return { block, scanner, comments: [], errors: [], token: SyntaxKind.Unknown, comma: undefined };
}

function result(
  { comments, errors, comma }: Reader,
  key: ScalarNode | undefined,
  value: SyntaxNode | undefined,
): ParsedBlock {
  return { key, value, comments, errors: tidyErrors(errors), anchors: [], aliases: [], comma };
}

function readBlock(to: Reader): ParsedBlock {
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
function readFrame(to: Reader): ParsedBlock {
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
function readJunk(to: Reader): ParsedBlock {
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

function readValue(to: Reader, depth: number): SyntaxNode | undefined {
  if (depth > maxDepth) {
    fault(to, depthMessage, spanOfToken(to));
    skipNested(to);
    return undefined;
  }
  switch (to.token) {
    case SyntaxKind.OpenBraceToken:
      return readMap(to, depth);
    case SyntaxKind.OpenBracketToken:
      return readList(to, depth);
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NumericLiteral:
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.NullKeyword:
      return readScalar(to);
    case SyntaxKind.Unknown: {
      const text = tokenText(to);
      fault(to, `\`${shorten(text)}\` is no JSON value; put text in double quotes.`, spanOfToken(to));
      return readScalar(to);
    }
    default:
      return undefined;
  }
}

function skipNested(to: Reader) {
  let depth = 0;
  do {
    if (isToken(to, SyntaxKind.OpenBraceToken) || isToken(to, SyntaxKind.OpenBracketToken)) depth++;
    if (isToken(to, SyntaxKind.CloseBraceToken) || isToken(to, SyntaxKind.CloseBracketToken)) depth--;
    advance(to);
  } while (depth > 0 && !isToken(to, SyntaxKind.EOF));
}

function readMap(to: Reader, depth: number): SyntaxNode {
  const opener = spanOfToken(to);
  advance(to);
  const entries: MapEntry[] = [];
  let end = opener.end;
  for (;;) {
    if (isToken(to, SyntaxKind.EOF)) {
      fault(to, 'The `{` that opens here is not closed; add a `}`.', opener);
      break;
    }
    if (isToken(to, SyntaxKind.CloseBraceToken)) {
      end = spanOfToken(to).end;
      advance(to);
      break;
    }
    if (isToken(to, SyntaxKind.CloseBracketToken)) {
      fault(to, 'A `}` is expected here, not a `]`.', spanOfToken(to));
      end = spanOfToken(to).end;
      advance(to);
      break;
    }
    if (isToken(to, SyntaxKind.StringLiteral) || isToken(to, SyntaxKind.Unknown)) {
      const entry = readEntry(to, depth);
      entries.push(entry);
      end = entry.span.end;
      readSeparator(to, SyntaxKind.CloseBraceToken);
    } else {
      fault(to, `A key in double quotes is expected here, not \`${shorten(tokenText(to))}\`.`, spanOfToken(to));
      if (!readValue(to, depth + 1)) advance(to);
    }
  }
  reportDuplicates(to, entries);
  return {
    kind: 'map',
    span: { start: opener.start, end },
    block: to.block,
    tag: undefined,
    anchor: undefined,
    style: 'flow',
    entries,
  };
}

function readEntry(to: Reader, depth: number): MapEntry {
  if (isToken(to, SyntaxKind.Unknown)) fault(to, 'A key stands in double quotes.', spanOfToken(to));
  const key = readScalar(to);
  if (isToken(to, SyntaxKind.ColonToken)) advance(to);
  else {
    fault(to, `\`${shorten(key.text)}\` needs a colon and a value.`, key.span);
    const value = missing(to, undefined, key.span.end);
    return { key, value, span: key.span };
  }
  const value = readValue(to, depth + 1) ?? missing(to, key);
  return { key, value, span: { start: key.span.start, end: value.span.end } };
}

function readList(to: Reader, depth: number): SyntaxNode {
  const opener = spanOfToken(to);
  advance(to);
  const items: SyntaxNode[] = [];
  let end = opener.end;
  for (;;) {
    if (isToken(to, SyntaxKind.EOF)) {
      fault(to, 'The `[` that opens here is not closed; add a `]`.', opener);
      break;
    }
    if (isToken(to, SyntaxKind.CloseBracketToken) || isToken(to, SyntaxKind.CloseBraceToken)) {
      if (isToken(to, SyntaxKind.CloseBraceToken)) fault(to, 'A `]` is expected here, not a `}`.', spanOfToken(to));
      end = spanOfToken(to).end;
      advance(to);
      break;
    }
    const item = readValue(to, depth + 1);
    if (item) {
      items.push(item);
      end = item.span.end;
      readSeparator(to, SyntaxKind.CloseBracketToken);
    } else {
      fault(to, `A value is expected here, not \`${tokenText(to)}\`.`, spanOfToken(to));
      advance(to);
    }
  }
  return {
    kind: 'list',
    span: { start: opener.start, end },
    block: to.block,
    tag: undefined,
    anchor: undefined,
    style: 'flow',
    items,
  };
}

function readSeparator(to: Reader, closer: number) {
  if (isToken(to, SyntaxKind.CommaToken)) {
    const comma = spanOfToken(to);
    advance(to);
    if (isToken(to, closer)) fault(to, 'JSON allows no comma behind the last value; remove it.', comma);
    else if (isToken(to, SyntaxKind.CommaToken)) {
      fault(to, 'There is nothing between these commas; remove one.', spanOfToken(to));
      skipCommas(to, false);
    }
    return;
  }
  const closes = isToken(to, SyntaxKind.CloseBraceToken) || isToken(to, SyntaxKind.CloseBracketToken);
  if (!closes && !isToken(to, SyntaxKind.EOF)) fault(to, 'A comma is missing in front of this.', spanOfToken(to));
}

function readScalar(to: Reader): ScalarNode {
  const span = spanOfToken(to);
  const raw = tokenText(to);
  const quoted = isToken(to, SyntaxKind.StringLiteral);
  const text = quoted ? to.scanner.getTokenValue() : raw;
  const value = quoted ? text : plainValue(to.token, raw);
  reportScanError(to);
  advance(to);
  return {
    kind: 'scalar',
    span,
    block: to.block,
    tag: undefined,
    anchor: undefined,
    value,
    style: quoted ? 'double' : 'plain',
    text,
  };
}

function plainValue(token: number, raw: string): ScalarNode['value'] {
  if (token === SyntaxKind.TrueKeyword) return true;
  if (token === SyntaxKind.FalseKeyword) return false;
  if (token === SyntaxKind.NullKeyword) return null;
  return token === SyntaxKind.NumericLiteral ? Number(raw) : raw;
}

/** A null where a value is missing, right behind what should have had one. */
function missing(to: Reader, key: ScalarNode | undefined, at = to.block.text.length): ScalarNode {
  const colon = key ? to.block.text.indexOf(':', key.span.end) + 1 : at;
  const start = key && colon > 0 ? colon : at;
  if (key) fault(to, `\`${shorten(key.text)}\` has no value; write one behind the colon.`, key.span);
  const span = { start, end: start };
  return {
    kind: 'scalar',
    span,
    block: to.block,
    tag: undefined,
    anchor: undefined,
    value: null,
    style: 'plain',
    text: '',
  };
}

function reportScanError(to: Reader) {
  const message = scanErrors[to.scanner.getTokenError()];
  if (message) fault(to, message, spanOfToken(to));
}

const scanErrors: Readonly<Record<number, string>> = {
  [ScanError.UnexpectedEndOfComment]: 'The comment is not closed.',
  [ScanError.UnexpectedEndOfString]: 'The text is not closed; add a `"` at its end.',
  [ScanError.UnexpectedEndOfNumber]: 'This is no number in JSON.',
  [ScanError.InvalidUnicode]: 'A `\\u` needs four hexadecimal digits behind it.',
  [ScanError.InvalidEscapeCharacter]: 'JSON knows no such escape; write `\\\\` for a backslash.',
  [ScanError.InvalidCharacter]:
    'A control character or line break in a text must be written as an escape, such as `\\n`.',
};

function reportDuplicates(to: Reader, entries: readonly MapEntry[]) {
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.text)) {
      fault(to, `The key \`${shorten(key.text)}\` occurs twice in this map; remove or rename one.`, key.span);
    }
    seen.add(key.text);
  }
}

function readComma(to: Reader) {
  if (!isToken(to, SyntaxKind.CommaToken)) return;
  to.comma = spanOfToken(to).start;
  advance(to);
  skipCommas(to);
}

function skipCommas(to: Reader, report = true) {
  while (isToken(to, SyntaxKind.CommaToken)) {
    if (report) fault(to, 'There is nothing between these commas; remove one.', spanOfToken(to));
    advance(to);
  }
}

function rejectRest(to: Reader) {
  if (isToken(to, SyntaxKind.EOF)) return;
  const start = spanOfToken(to).start;
  const text = tokenText(to);
  while (!isToken(to, SyntaxKind.EOF)) advance(to);
  fault(to, `Unexpected \`${shorten(text)}\` here.`, { start, end: to.block.text.trimEnd().length });
}

/** Steps to the next token that counts, and collects the comments before it. */
function advance(to: Reader) {
  for (;;) {
    to.token = to.scanner.scan();
    switch (to.token) {
      case SyntaxKind.Trivia:
      case SyntaxKind.LineBreakTrivia:
        continue;
      case SyntaxKind.LineCommentTrivia:
      case SyntaxKind.BlockCommentTrivia:
        to.comments.push({ span: spanOfToken(to), text: tokenText(to) });
        fault(
          to,
          'CloudFormation allows no comments in JSON; remove it, or keep the template in YAML.',
          spanOfToken(to),
        );
        continue;
      default:
        return;
    }
  }
}

function isToken(to: Reader, token: number): boolean {
  return to.token === token;
}

function spanOfToken({ block, scanner }: Reader): Span {
  const start = scanner.getTokenOffset();
  // The library counts one character too many for a `/*` at the very end.
  return { start, end: Math.min(start + scanner.getTokenLength(), block.text.length) };
}

function tokenText(to: Reader): string {
  const { start, end } = spanOfToken(to);
  return to.block.text.slice(start, end);
}

function fault(to: Reader, message: string, span: Span) {
  to.errors.push({ message, span });
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
