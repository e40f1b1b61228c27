import type { CST } from 'yaml';
import type { LazyBlock } from './block.ts';
import type { AliasNode, Comment, MapEntry, SyntaxFault, SyntaxNode } from './node.ts';

/** Where the nodes of one block are collected while its tokens are read. */
export interface Composition {
  readonly block: LazyBlock;
  readonly comments: Comment[];
  readonly errors: SyntaxFault[];
  readonly anchors: SyntaxNode[];
  readonly aliases: AliasNode[];
  /** The length of the text that is read, which is not the block's where lines had to be indented first. */
  readonly length: number;
}

/** Notes an error; without an end it covers one character. */
export function fault(to: Composition, message: string, start: number, end = start + 1) {
  const { length } = to;
  const from = Math.min(start, length);
  to.errors.push({ message, span: { start: from, end: Math.max(from, Math.min(end, length)) } });
}

/** What the library calls an error, or a token where none may stand. */
export function unexpected(to: Composition, token: CST.Token) {
  const source = 'source' in token && typeof token.source === 'string' ? token.source : '';
  const end = token.offset + Math.max(1, source.length);
  if (token.type === 'error') fault(to, explain(token.message), token.offset, end);
  else
    fault(
      to,
      source === '' ? 'Nothing is expected here.' : `Unexpected \`${shorten(source)}\` here.`,
      token.offset,
      end,
    );
}

/** The package's own sentences where they are clear, and ours where they speak of its inner workings. */
export function explain(message: string): string {
  if (/^Unexpected block-seq-ind/.test(message)) {
    return 'A list cannot begin on the line of its key; put the `- ` on the next line.';
  }
  if (/^Unexpected [a-z-]+ token in YAML/.test(message)) return 'Nothing can stand here; check the indentation.';
  return message.endsWith('.') ? message : `${message}.`;
}

/** What is said of a tab where only spaces may stand. */
export const tabMessage = 'YAML allows no tab as indentation; indent with spaces.';

/** Keeps a comment. */
export function addComment(to: Composition, token: { readonly offset: number; readonly source: string }) {
  to.comments.push({ span: { start: token.offset, end: token.offset + token.source.length }, text: token.source });
}

/** Notes each key that the map already has. */
export function reportDuplicates(to: Composition, entries: readonly MapEntry[]) {
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key } of entries) {
    // The merge key may be repeated, as authors do to merge several maps.
    if (seen.has(key.text) && key.text !== '<<') {
      fault(
        to,
        `The key \`${shorten(key.text)}\` occurs twice in this map; remove or rename one.`,
        key.span.start,
        key.span.end,
      );
    }
    seen.add(key.text);
  }
}

/** The first line of a text, for a message. */
export function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
