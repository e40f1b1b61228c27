import type { SyntaxNode, SyntaxTree } from '#syntax';
import type { Plan } from './plan.ts';
import { memberSpan, removeBlockEntry, removeChildren, removeFromFlow } from './remove-entry.ts';
import { locate, type ParentSite, type Site } from './site.ts';
import type { Splice } from './splice.ts';

/** The splices that take out what a plan removes, but for the nodes in whose place something else is written. */
export function renderRemovals(
  tree: SyntaxTree,
  plan: Plan,
  reused: ReadonlySet<SyntaxNode>,
): readonly Splice[] | undefined {
  const groups = new Map<ParentSite['node'], { readonly parent: ParentSite; readonly gone: Set<number> }>();
  const blocks: Site[] = [];
  for (const node of plan.removed) {
    if (reused.has(node)) continue;
    const site = locate(tree, node);
    if (!site) return undefined;
    const { parent } = site;
    if (!parent) blocks.push(site);
    else if (groups.has(parent.node)) groups.get(parent.node)?.gone.add(site.index);
    else groups.set(parent.node, { parent, gone: new Set([site.index]) });
  }
  const splices: Splice[] = [];
  for (const { parent, gone } of groups.values()) {
    const removed = removeChildren(tree, parent, gone);
    if (!removed) return undefined;
    splices.push(...removed);
  }
  const removed = removeBlocks(tree, blocks);
  return removed && [...splices, ...removed];
}

/** Whole entries of sections. */
function removeBlocks(tree: SyntaxTree, sites: readonly Site[]): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  for (const { entries = [] } of tree.sections) {
    const gone = entries.flatMap((entry, index) => (sites.some((site) => site.node === entry.value) ? [index] : []));
    if (gone.length === 0) continue;
    if (tree.language === 'json') {
      const spans = entries.flatMap((entry) => {
        const site = entry.value && locate(tree, entry.value);
        return (site && memberSpan(tree, site)) ?? [];
      });
      if (spans.length !== entries.length) return undefined;
      splices.push(...removeFromFlow(tree.text, spans, new Set(gone)));
      continue;
    }
    for (const site of sites.filter((other) => entries.includes(other.node.block))) {
      const removed = removeBlockEntry(tree, site);
      if (!removed) return undefined;
      splices.push(...removed);
    }
  }
  return splices;
}
