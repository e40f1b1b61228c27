import type { ListNode, MapNode, SyntaxNode, SyntaxTree } from '#syntax';
import { type BlockSteps, listLines, mapLines } from './block-text.ts';
import type { Fragment } from './intent.ts';
import {
  baseOf,
  columnOf,
  contentEnd,
  endOfBlankLines,
  endOfComments,
  keepsBlankLines,
  lineBefore,
  lineEnd,
  skipTrivia,
} from './layout.ts';
import { insertion, type Splice } from './splice.ts';
import type { Style } from './style.ts';

/** New entries at the end of a block map, of which the entries with the values in `gone` are taken out. */
export function insertEntries(
  tree: SyntaxTree,
  map: MapNode,
  fragment: { readonly [key: string]: Fragment },
  style: Style,
  gone: ReadonlySet<SyntaxNode>,
): readonly Splice[] | undefined {
  const last = map.entries.findLast((entry) => !gone.has(entry.value));
  if (!last) return undefined;
  const column = keyColumn(tree, map);
  const lines = mapLines(fragment, column, stepsNear(tree, map, style), style);
  return insertLines(tree, last.value, column, lines, style);
}

/** New items at the end of a block list, of which the items in `gone` are taken out. */
export function appendItems(
  tree: SyntaxTree,
  list: ListNode,
  items: readonly Fragment[],
  style: Style,
  gone: ReadonlySet<SyntaxNode>,
): readonly Splice[] | undefined {
  const last = list.items.findLast((item) => !gone.has(item));
  const dash = dashOf(tree, list, list.items.length - 1);
  if (!last || dash === undefined) return undefined;
  const column = columnOf(tree.text, dash);
  const lines = listLines(items, column, { map: style.indent.length, dash: style.dash }, style);
  return insertLines(tree, last, column, lines, style, depthOfItems(column));
}

/** Of lines at one offset and column, the items of a list come before the next key: its dashes may stand below its own key. */
export function depthOfItems(column: number): number {
  return column + 0.5;
}

/** New lines behind a block node, behind the comments too that belong to it, for entries that stand at `column`. */
export function insertLines(
  tree: SyntaxTree,
  node: SyntaxNode,
  column: number,
  lines: readonly string[],
  style: Style,
  depth = column,
): readonly Splice[] {
  const { text } = tree;
  const end = contentEnd(tree, node);
  const offset = endOfComments(text, end, column);
  // The blank lines behind `|+` are part of its value: new lines go below them.
  if (offset === lineEnd(text, end) && keepsBlankLines(tree, node)) {
    const above = lineBefore(text, endOfBlankLines(text, end));
    const own = lines[0] === '' ? lines.slice(1) : lines;
    if (above !== undefined && above > end) return [insertion(lineEnd(text, above), behindLine(own, style), depth)];
  }
  return [insertion(offset, behindLine(lines, style), depth)];
}

/** Lines as they follow the end of another. */
export function behindLine(lines: readonly string[], style: Style): string {
  return lines.map((line) => style.lineBreak + line).join('');
}

/** The column of a block map's keys. */
export function keyColumn(tree: SyntaxTree, map: MapNode): number {
  const [first] = map.entries;
  return first ? columnOf(tree.text, baseOf(tree, map.block) + first.key.span.start) : 0;
}

/** The offset of the dash of a block list's item; undefined when it is not where it should be. */
export function dashOf(tree: SyntaxTree, list: ListNode, index: number): number | undefined {
  const before = list.items[index - 1];
  const from = before ? contentEnd(tree, before) : baseOf(tree, list.block) + list.span.start;
  const at = skipTrivia(tree.text, from);
  return tree.text[at] === '-' ? at : undefined;
}

/** The steps of indentation of a map's values, by its own entries where they show them. */
export function stepsNear(tree: SyntaxTree, map: MapNode | undefined, style: Style): BlockSteps {
  let { length: step } = style.indent;
  let { dash } = style;
  for (const { value } of map?.entries ?? []) {
    const start = baseOf(tree, value.block) + value.span.start;
    if (value.kind === 'map' && value.style === 'block')
      step = columnOf(tree.text, start) - keyColumn(tree, map as MapNode);
    if (value.kind === 'list' && value.style === 'block')
      dash = columnOf(tree.text, start) - keyColumn(tree, map as MapNode);
  }
  return { map: Math.max(1, step), dash: Math.max(0, dash) };
}
