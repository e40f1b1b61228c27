import type { Span } from '#text';
import type { Block, ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode } from './node.ts';

// All nodes are made here, so that the engine gives those of a kind one hidden class.

/** A scalar without tag and anchor. */
export function makeScalar(
  block: Block,
  span: Span,
  value: ScalarNode['value'],
  style: ScalarNode['style'],
  text: string,
): ScalarNode {
  return { kind: 'scalar', span, block, tag: undefined, anchor: undefined, memo: undefined, value, style, text };
}

/** A map without tag and anchor. */
export function makeMap(block: Block, span: Span, style: MapNode['style'], entries: readonly MapEntry[]): MapNode {
  return { kind: 'map', span, block, tag: undefined, anchor: undefined, memo: undefined, style, entries };
}

/** A list without tag and anchor. */
export function makeList(block: Block, span: Span, style: ListNode['style'], items: readonly SyntaxNode[]): ListNode {
  return { kind: 'list', span, block, tag: undefined, anchor: undefined, memo: undefined, style, items };
}
