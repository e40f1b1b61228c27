import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Span } from '#text';
import type { LazyBlock } from './block.ts';
import type { Comment, SyntaxFault } from './node.ts';

/** Where the values of one block are collected while its tokens are read, one token ahead. */
export interface JsonReader {
  readonly block: LazyBlock;
  readonly scanner: JSONScanner;
  readonly comments: Comment[];
  readonly errors: SyntaxFault[];
  token: number;
  comma: number | undefined;
}

/** A reader in front of the first token of a block. */
export function createReader(block: LazyBlock): JsonReader {
  const scanner = createScanner(block.text, false);
  return { block, scanner, comments: [], errors: [], token: SyntaxKind.Unknown, comma: undefined };
}

// The library declares these as ambient const enums, which cannot be imported into isolated modules.
export const SyntaxKind = {
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

/** Steps to the next token that counts, and collects the comments before it. */
export function advance(to: JsonReader) {
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

/** Whether a token of this kind is next. A function, since `advance` changes it unseen by the compiler. */
export function isToken(to: JsonReader, token: number): boolean {
  return to.token === token;
}

/** Where the next token stands in the block. */
export function spanOfToken({ block, scanner }: JsonReader): Span {
  const start = scanner.getTokenOffset();
  // The library counts one character too many for a `/*` at the very end.
  return { start, end: Math.min(start + scanner.getTokenLength(), block.text.length) };
}

/** The next token as it is written. */
export function tokenText(to: JsonReader): string {
  const { start, end } = spanOfToken(to);
  return to.block.text.slice(start, end);
}

/** Steps over commas that separate nothing. */
export function skipCommas(to: JsonReader, report = true) {
  while (isToken(to, SyntaxKind.CommaToken)) {
    if (report) fault(to, 'There is nothing between these commas; remove one.', spanOfToken(to));
    advance(to);
  }
}

/** Notes what the scanner finds wrong with the next token. */
export function reportScanError(to: JsonReader) {
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

/** Notes an error. */
export function fault(to: JsonReader, message: string, span: Span) {
  to.errors.push({ message, span });
}

/** A text, for a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
