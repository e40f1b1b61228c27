import type { SyntaxNode } from '#syntax';
import { intrinsicOf } from '../intrinsic.ts';
import { plainList } from '../read-node.ts';
import type { StandIn } from '../template.ts';

/** A `Fn::If` with another meaning in each of its branches, under the same condition; undefined for all else. */
export function mapBranches(
  node: SyntaxNode,
  map: (branch: SyntaxNode) => SyntaxNode,
): (SyntaxNode & StandIn) | undefined {
  const call = intrinsicOf(node);
  if (call?.name !== 'Fn::If') return undefined;
  const list = plainList(call.argument);
  const [condition, yes, no] = list?.items ?? [];
  if (!list || !condition || !yes || !no) return undefined;
  const items = [condition, map(yes), map(no)];
  if (node.kind === 'list') return { ...node, items, authoredNode: node };
  if (node.kind !== 'map') return undefined;
  const value = { ...list, items };
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value })), authoredNode: node };
}
