import { containsOffset, type Span } from '#text';
import type { Block, MapEntry, MapNode, SyntaxNode } from './node.ts';
import type { NodePath, PathStep, SyntaxTree } from './tree.ts';

/** The span in the tree's text of a node, key, comment or fault of one of its blocks; undefined when the block is not of this tree. */
export function spanOf(
  tree: SyntaxTree,
  { block, span }: { readonly block: Block; readonly span: Span },
): Span | undefined {
  const start = tree.startOf(block);
  return start === undefined ? undefined : { start: span.start + start, end: span.end + start };
}

/**
 * What stands at an offset of the tree's text, from the block inwards. A cursor right behind a value still touches it. Without
 * steps the offset lies in the block's key (`onKey`), in its value itself, or beside both.
 */
export function pathAt(tree: SyntaxTree, offset: number): NodePath {
  const block = tree.blockAt(offset);
  const at = offset - (tree.startOf(block) ?? 0);
  const steps: PathStep[] = [];
  if (block.key && containsOffset(block.key.span, at)) return { block, steps, onKey: true };
  let node = block.value;
  while (node && containsOffset(node.span, at)) {
    const step = stepAt(node, at);
    if (!step) break;
    steps.push(step);
    if (step.kind === 'entry' && containsOffset(step.entry.key.span, at)) return { block, steps, onKey: true };
    node = step.kind === 'entry' ? step.entry.value : step.node;
  }
  return { block, steps, onKey: false };
}

function stepAt(parent: SyntaxNode, at: number): PathStep | undefined {
  if (parent.kind === 'map') {
    const entry = parent.entries[findLast(parent.entries, at)];
    return entry && containsOffset(entry.span, at) ? { kind: 'entry', entry, parent } : undefined;
  }
  if (parent.kind !== 'list') return undefined;
  const index = findLast(parent.items, at);
  const node = parent.items[index];
  return node && containsOffset(node.span, at) ? { kind: 'item', index, node, parent } : undefined;
}

/** The index of the last of them that begins at or before an offset, else -1. */
function findLast(ordered: readonly { readonly span: Span }[], at: number): number {
  let low = -1;
  let high = ordered.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ordered[middle]?.span.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The entry of a map with this key as its text. Of duplicates the last, as the parsers behind CloudFormation read them; that
 * there are two is in the errors.
 */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  for (let index = map.entries.length - 1; index >= 0; index--) {
    const entry = map.entries[index];
    if (entry?.key.text === key) return entry;
  }
  return undefined;
}

/**
 * Visits a node and all beneath it in the order of the text, keys excluded; `visit` returns `false` to leave out what is beneath.
 * Aliases are visited, not followed.
 */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => unknown): void {
  if (visit(node) === false) return;
  if (node.kind === 'map') for (const { value } of node.entries) walk(value, visit);
  else if (node.kind === 'list') for (const item of node.items) walk(item, visit);
}
