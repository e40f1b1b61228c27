import { plainList, plainMap, plainText, type Resource, valueNamed } from '#model';
import type { Block, Comment, SyntaxNode } from '#syntax';
import { containsOffset, type Span } from '#text';
import type { Finding } from './finding.ts';

/** `remit-ignore rule-a, rule-b: reason`, in a comment. */
const DIRECTIVE = /^#\s*remit-ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::|$)/;

/**
 * Whether the author has said to ignore a finding: by a `# remit-ignore rule: reason` comment above or beside the entry it
 * lies in, or in the resource's `Metadata: { remit: { ignore: [{ rule, reason }] } }`.
 */
export function isSuppressed(finding: Finding): boolean {
  const { rule, resource, place } = finding;
  if (resource && ignoredInMetadata(resource).has(rule.id)) return true;
  return suppressionsIn(place.block).some(
    ({ rules, span }) => rules.has(rule.id) && containsOffset(span, place.span.start),
  );
}

interface Suppression {
  readonly rules: ReadonlySet<string>;
  /** What it covers, relative to its block. */
  readonly span: Span;
}

const inBlocks = new WeakMap<Block, readonly Suppression[]>();
const inMetadata = new WeakMap<SyntaxNode, ReadonlySet<string>>();

function suppressionsIn(block: Block): readonly Suppression[] {
  const known = inBlocks.get(block);
  if (known) return known;
  const found = block.comments.flatMap((comment) => suppressionOf(comment, block));
  inBlocks.set(block, found);
  return found;
}

function suppressionOf(comment: Comment, block: Block): Suppression[] {
  const match = DIRECTIVE.exec(comment.text);
  if (!match?.[1]) return [];
  const rules = new Set(match[1].split(',').map((rule) => rule.trim()));
  const anchor = anchorOf(comment, block);
  if (anchor === undefined) return [];
  const span = entrySpanAt(block, anchor) ?? { start: anchor, end: comment.span.end };
  return [{ rules, span }];
}

/** The first character of the text a comment speaks of: of its own line, or for a line of its own, of the next that has text. */
function anchorOf(comment: Comment, block: Block): number | undefined {
  const { text } = block;
  const lineStart =
    Math.max(text.lastIndexOf('\n', comment.span.start - 1), text.lastIndexOf('\r', comment.span.start - 1)) + 1;
  const before = text.slice(lineStart, comment.span.start);
  if (before.trim() !== '') return lineStart + leadingWidth(before);
  let at = comment.span.end;
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    if (text.charAt(at) !== '#') break;
    const end = text.slice(at).search(/[\r\n]/);
    at = end < 0 ? text.length : at + end;
  }
  if (at >= text.length) return undefined;
  return at + leadingWidth(text.slice(at, at + 200));
}

/** The width of indentation and list dashes. */
function leadingWidth(line: string): number {
  return /^[\s-]*(?=\S|$)/.exec(line)?.[0].length ?? 0;
}

/** The widest entry or item that begins at an offset: the block itself, or one beneath. */
function entrySpanAt(block: Block, offset: number): Span | undefined {
  if (block.key?.span.start === offset) return { start: offset, end: block.text.length };
  return block.value && spanBelow(block.value, offset);
}

function spanBelow(node: SyntaxNode, offset: number): Span | undefined {
  if (node.kind === 'list') {
    for (const item of node.items) {
      if (item.span.start === offset) return item.span;
      if (containsOffset(item.span, offset)) return spanBelow(item, offset);
    }
  }
  if (node.kind !== 'map') return undefined;
  for (const entry of node.entries) {
    if (entry.span.start === offset) return entry.span;
    if (containsOffset(entry.span, offset)) return spanBelow(entry.value, offset);
  }
  return undefined;
}

function ignoredInMetadata(resource: Resource): ReadonlySet<string> {
  const known = inMetadata.get(resource.body);
  if (known) return known;
  const metadata = plainMap(valueNamed(resource.body, 'Metadata'));
  const own = metadata && plainMap(valueNamed(metadata, 'remit'));
  const items = (own && plainList(valueNamed(own, 'ignore'))?.items) ?? [];
  const rules = items.flatMap((item) => {
    const map = plainMap(item);
    return plainText(map ? valueNamed(map, 'rule') : item) ?? [];
  });
  const set = new Set(rules);
  inMetadata.set(resource.body, set);
  return set;
}
