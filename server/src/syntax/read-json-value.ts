import { depthMessage, maxDepth } from './block.ts';
import {
  advance,
  fault,
  isToken,
  type JsonReader,
  reportScanError,
  SyntaxKind,
  shorten,
  skipCommas,
  spanOfToken,
  tokenText,
} from './json-reader.ts';
import { makeList, makeMap, makeScalar } from './make-node.ts';
import type { MapEntry, ScalarNode, SyntaxNode } from './node.ts';

/** Reads the value that is next; undefined when none is, or when it is nested too deep (which is noted). */
export function readValue(to: JsonReader, depth: number): SyntaxNode | undefined {
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

function skipNested(to: JsonReader) {
  let depth = 0;
  do {
    if (isToken(to, SyntaxKind.OpenBraceToken) || isToken(to, SyntaxKind.OpenBracketToken)) depth++;
    if (isToken(to, SyntaxKind.CloseBraceToken) || isToken(to, SyntaxKind.CloseBracketToken)) depth--;
    advance(to);
  } while (depth > 0 && !isToken(to, SyntaxKind.EOF));
}

function readMap(to: JsonReader, depth: number): SyntaxNode {
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
  return makeMap(to.block, { start: opener.start, end }, 'flow', entries);
}

function readEntry(to: JsonReader, depth: number): MapEntry {
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

function readList(to: JsonReader, depth: number): SyntaxNode {
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
  return makeList(to.block, { start: opener.start, end }, 'flow', items);
}

function readSeparator(to: JsonReader, closer: number) {
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

/** Reads the next token as a scalar, whatever it is. */
export function readScalar(to: JsonReader): ScalarNode {
  const span = spanOfToken(to);
  const raw = tokenText(to);
  const quoted = isToken(to, SyntaxKind.StringLiteral);
  const text = quoted ? to.scanner.getTokenValue() : raw;
  const value = quoted ? text : plainValue(to.token, raw);
  reportScanError(to);
  advance(to);
  return makeScalar(to.block, span, value, quoted ? 'double' : 'plain', text);
}

function plainValue(token: number, raw: string): ScalarNode['value'] {
  if (token === SyntaxKind.TrueKeyword) return true;
  if (token === SyntaxKind.FalseKeyword) return false;
  if (token === SyntaxKind.NullKeyword) return null;
  return token === SyntaxKind.NumericLiteral ? Number(raw) : raw;
}

/** A null where a value is missing, right behind what should have had one. */
export function missing(to: JsonReader, key: ScalarNode | undefined, at = to.block.text.length): ScalarNode {
  const colon = key ? to.block.text.indexOf(':', key.span.end) + 1 : at;
  const start = key && colon > 0 ? colon : at;
  if (key) fault(to, `\`${shorten(key.text)}\` has no value; write one behind the colon.`, key.span);
  const span = { start, end: start };
  return makeScalar(to.block, span, null, 'plain', '');
}

function reportDuplicates(to: JsonReader, entries: readonly MapEntry[]) {
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.text)) {
      fault(to, `The key \`${shorten(key.text)}\` occurs twice in this map; remove or rename one.`, key.span);
    }
    seen.add(key.text);
  }
}
