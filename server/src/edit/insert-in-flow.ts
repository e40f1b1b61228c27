import type { ListNode, MapNode, SyntaxTree } from '#syntax';
import type { Span } from '#text';
import { isList } from './data.ts';
import { type FlowDialect, flowEntry, flowText, spreadText } from './flow-text.ts';
import type { Fragment } from './intent.ts';
import { baseOf, beginsLine, extentOf, indentOf, isBroken, lineEnd, skipBlanks, skipTrivia } from './layout.ts';
import type { Site } from './site.ts';
import { insertion, type Splice } from './splice.ts';
import type { Style } from './style.ts';

/** What goes into a flow collection: entries of a map, or items of a list. */
export type Content = { readonly [key: string]: Fragment } | readonly Fragment[];

/** New entries or items at the end of a flow collection that has some. */
export function insertInFlow(
  tree: SyntaxTree,
  node: MapNode | ListNode,
  content: Content,
  style: Style,
  dialect: FlowDialect,
): readonly Splice[] | undefined {
  const last = flowChildren(tree, node).at(-1);
  return last && insertBehind(tree, last, content, style, dialect);
}

/** New entries or items in the place of the last child of a flow collection, which goes. */
export function replaceLast(
  tree: SyntaxTree,
  node: MapNode | ListNode,
  content: Content,
  style: Style,
  dialect: FlowDialect,
): readonly Splice[] | undefined {
  const last = flowChildren(tree, node).at(-1);
  if (!last) return undefined;
  const spread = spreadIndent(tree, last);
  const parts = flowParts(content, style, dialect, spread);
  const text = parts.join(spread === undefined ? style.comma : `,${style.lineBreak}${spread}`);
  return [{ ...last, text, depth: 0 }];
}

/** New entries or items behind a child of a flow collection, as if the text ended at `limit`. Its comma, comments and layout are kept. */
export function insertBehind(
  tree: SyntaxTree,
  last: Span,
  content: Content,
  style: Style,
  dialect: FlowDialect,
  blankLine = false,
  limit = tree.text.length,
): readonly Splice[] {
  const depth = 0;
  const text = tree.text.slice(0, limit);
  const spread = spreadIndent(tree, last);
  const parts = flowParts(content, style, dialect, spread);
  const comma = commaBehind(text, last.end);
  const from = comma === undefined ? last.end : comma + 1;
  // Not every parser reads `A:,` as an empty value.
  const separator = (text[last.end - 1] === ':' ? ' ' : '') + style.comma;
  if (spread === undefined) {
    const joined = parts.join(style.comma);
    return [insertion(from, comma === undefined ? separator + joined : ` ${joined},`, depth)];
  }
  const gap = style.lineBreak + (blankLine ? style.lineBreak : '') + spread;
  const lines = gap + parts.join(`,${gap}`);
  const at = endOfComments(text, from);
  if (comma !== undefined) return [insertion(at, `${lines},`, depth)];
  return at === from
    ? [insertion(at, separator.trimEnd() + lines, depth)]
    : [insertion(from, separator.trimEnd(), depth), insertion(at, lines, depth)];
}

/** The extents of a flow collection's entries or items. */
export function flowChildren(tree: SyntaxTree, node: MapNode | ListNode): readonly Span[] {
  if (node.kind === 'list') return node.items.map((item) => extentOf(tree, item));
  const base = baseOf(tree, node.block);
  return node.entries.map((entry) => ({
    start: base + entry.span.start,
    end: Math.max(base + entry.key.span.end, extentOf(tree, entry.value).end),
  }));
}

/** A fragment as a flow value: over several lines in JSON where `spread`, the indentation of its line, is given. */
export function flowValue(fragment: Fragment, style: Style, dialect: FlowDialect, spread: string | undefined): string {
  return dialect === 'json' && spread !== undefined
    ? spreadText(fragment, style, spread)
    : flowText(fragment, style, dialect);
}

/**
 * The indentation of the line on which an entry begins; undefined where entries share lines. In JSON an entry of several lines
 * is taken for one that has them to itself; in YAML its indentation could be too small for what goes on.
 */
export function spreadIndent(tree: SyntaxTree, { start, end }: Span): string | undefined {
  const { text } = tree;
  const isSpread = beginsLine(text, start) || (tree.language === 'json' && isBroken(text, start, end));
  return isSpread ? indentOf(text, start) : undefined;
}

/**
 * How a value at a site inside flow is spelled: as JSON in JSON files and among keys in double quotes, else with plain words
 * and short forms.
 */
export function dialectAt(tree: SyntaxTree, site: Site): FlowDialect {
  if (tree.language === 'json') return 'json';
  for (let at: Site | undefined = site; at; at = at.parent) {
    const { node } = at;
    const maps = node.kind === 'list' ? node.items : [node];
    const keys = maps.flatMap((map) => (map.kind === 'map' && map.style === 'flow' ? map.entries : []));
    if (keys.length > 0) return keys.every((entry) => entry.key.style === 'double') ? 'json' : 'yaml';
    if (node.kind === 'map' && node.style === 'block') return 'yaml';
  }
  return 'yaml';
}

/** The offset of the comma behind a child of a flow collection. */
export function commaBehind(text: string, end: number): number | undefined {
  const at = skipTrivia(text, end);
  return text[at] === ',' ? at : undefined;
}

function flowParts(
  content: Content,
  style: Style,
  dialect: FlowDialect,
  spread: string | undefined,
): readonly string[] {
  if (isList(content)) return content.map((item) => flowValue(item, style, dialect, spread));
  return Object.entries(content).map(([key, value]) => {
    return flowEntry(key, flowValue(value, style, dialect, spread), style, dialect);
  });
}

/** Behind the comments that follow an offset before anything else does. */
function endOfComments(text: string, offset: number): number {
  const stop = skipTrivia(text, offset);
  let end = offset;
  let at = offset;
  while (at < stop) {
    const first = skipBlanks(text, at);
    if (text[first] === '#') end = lineEnd(text, first);
    at = Math.max(lineEnd(text, first), at) + 1;
  }
  return end;
}
