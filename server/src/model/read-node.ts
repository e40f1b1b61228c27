import type { ListNode, MapEntry, MapNode, SyntaxNode } from '#syntax';
import type { Place, StandIn } from './template.ts';

/** The entry of a key; of duplicates the last, as CloudFormation's readers take it. */
export function entryNamed(map: MapNode, key: string): MapEntry | undefined {
  for (let at = map.entries.length - 1; at >= 0; at--) {
    const entry = map.entries[at];
    if (entry?.key.text === key) return entry;
  }
  return undefined;
}

/** The value of a key, undefined when it is missing or null. */
export function valueNamed(map: MapNode, key: string): SyntaxNode | undefined {
  const value = entryNamed(map, key)?.value;
  return value && isNull(value) ? undefined : value;
}

/** The text of an untagged scalar that is not null; undefined for all else. */
export function plainText(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.tag || node.value === null) return undefined;
  return node.text;
}

/** The node when it is an untagged map. */
export function plainMap(node: SyntaxNode | undefined): MapNode | undefined {
  return node?.kind === 'map' && !node.tag ? node : undefined;
}

/** The node when it is an untagged list. */
export function plainList(node: SyntaxNode | undefined): ListNode | undefined {
  return node?.kind === 'list' && !node.tag ? node : undefined;
}

/** Whether a node is an untagged null, as in `Key:` without a value. */
export function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null && !node.tag;
}

/** The node that the author wrote for a node that lifting made of it, else the node itself. */
export function authoredNode(node: SyntaxNode): SyntaxNode {
  return 'authoredNode' in node ? (node as SyntaxNode & StandIn).authoredNode : node;
}

/** A node with its tag, as one place. */
export function placeOf(node: SyntaxNode): Place {
  const start = node.tag ? Math.min(node.tag.span.start, node.span.start) : node.span.start;
  return { block: node.block, span: { start, end: node.span.end } };
}
