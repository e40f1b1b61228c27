import { type Place, placeOf, plainList, plainMap, plainText, valueNamed } from '#model';
import { type Block, type Comment, type MapNode, remember, type SyntaxNode } from '#syntax';
import { containsOffset, type Span } from '#text';
import type { Finding } from './finding.ts';
import type { Tool } from './rule.ts';

/** `remit-ignore rule-a, rule-b: reason`, in a comment. */
const DIRECTIVE = /^#\s*remit-ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::|$)/;

/**
 * Whether the author has said to ignore a finding: by a `# remit-ignore rule: reason` comment above or beside the entry it
 * lies in, in the resource's `Metadata: { remit: { ignore: [{ rule, reason }] } }`, or there in the words of another scanner whose check
 * the finding answers.
 */
export function isSuppressed(finding: Finding): boolean {
  const { rule, resource, place } = finding;
  if (resource) {
    const ignored = ignoredInMetadata(resource.body);
    const checks = Object.entries(finding.peers).flatMap(([tool, ids]) => ids.map((id) => `${tool} ${id}`));
    if (ignored.has(rule.id) || checks.some((check) => ignored.has(check))) return true;
  }
  return suppressionsIn(place.block).some(
    ({ rules, span }) => rules.has(rule.id) && containsOffset(span, place.span.start),
  );
}

/** The id of a rule that the author says to ignore, where it stands. */
export interface Ignore {
  readonly id: string;
  readonly place: Place;
}

/** What the comments of a block say to ignore. */
export const ignoresIn = remember((block: Block): readonly Ignore[] =>
  block.comments.flatMap(({ text, span }) => {
    const listed = DIRECTIVE.exec(text)?.[1];
    if (listed === undefined) return [];
    const from = span.start + text.indexOf(listed, text.indexOf('remit-ignore') + 'remit-ignore'.length);
    return [...listed.matchAll(/[\w-]+/g)].map(({ 0: id, index }) => {
      const start = from + index;
      return { id, place: { block, span: { start, end: start + id.length } } };
    });
  }),
);

/** What the Metadata of a resource says to ignore in our own words. */
export const ignoresOf = remember((body: MapNode): readonly Ignore[] => {
  const metadata = plainMap(valueNamed(body, 'Metadata'));
  if (!metadata) return [];
  return itemsOf(OWN, metadata).flatMap((node) => {
    const id = plainText(node);
    return node && id !== undefined ? [{ id, place: placeOf(node) }] : [];
  });
});

interface Suppression {
  readonly rules: ReadonlySet<string>;
  /** What it covers, relative to its block. */
  readonly span: Span;
}

const suppressionsIn = remember((block: Block): readonly Suppression[] =>
  block.comments.flatMap((comment) => suppressionOf(comment, block)),
);

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

/** The ids of our rules, and `tool id` of other scanners' checks, that a resource's Metadata says to ignore. */
const ignoredInMetadata = remember((body: MapNode): ReadonlySet<string> => {
  const metadata = plainMap(valueNamed(body, 'Metadata'));
  return new Set(metadata ? FORMS.flatMap((form) => read(form, metadata)) : []);
});

/** Where a tool keeps what it is to ignore: `Metadata.<key>.<list>`, a list of ids or of maps that have the id. */
interface Form {
  readonly tool: Tool | undefined;
  readonly key: string;
  readonly list: string;
  readonly id: string;
}

const OWN: Form = { tool: undefined, key: 'remit', list: 'ignore', id: 'rule' };

/** Ours, and those of the scanners whose checks rules answer, so that what was accepted there need not be said again. */
const FORMS: readonly Form[] = [
  OWN,
  { tool: 'checkov', key: 'checkov', list: 'skip', id: 'id' },
  { tool: 'cfn_nag', key: 'cfn_nag', list: 'rules_to_suppress', id: 'id' },
  { tool: 'cdk_nag', key: 'cdk_nag', list: 'rules_to_suppress', id: 'id' },
  { tool: 'guard', key: 'guard', list: 'SuppressedRules', id: 'id' },
];

function read(form: Form, metadata: MapNode): string[] {
  return itemsOf(form, metadata).flatMap((node) => {
    const text = plainText(node);
    return text === undefined ? [] : [form.tool ? `${form.tool} ${text}` : text];
  });
}

/** The nodes that hold the ids. */
function itemsOf({ key, list, id }: Form, metadata: MapNode): readonly (SyntaxNode | undefined)[] {
  const own = plainMap(valueNamed(metadata, key));
  const items = (own && plainList(valueNamed(own, list))?.items) ?? [];
  return items.map((item) => {
    const map = plainMap(item);
    return map ? valueNamed(map, id) : item;
  });
}
