import type { WriteTarget } from '#model';
import type { SyntaxNode, SyntaxTree } from '#syntax';
import type { Plan } from './plan.ts';
import {
  childSite,
  hasOddKey,
  holdsAnchor,
  isAnchored,
  isBranch,
  isCall,
  locate,
  type ParentSite,
  type Site,
} from './site.ts';

/**
 * Plans that the entry or item of a target goes; nothing when it is not there. False where that would break something: an anchor
 * is in the way, or the argument of an intrinsic function would be gone.
 */
export function planRemoval(tree: SyntaxTree, plan: Plan, target: WriteTarget): boolean {
  const start = locate(tree, target.at);
  if (!start) return false;
  let site: Site = start;
  for (const step of target.path) {
    const next: Site | undefined = childAt(site, step);
    if (!next) return !isCall(site.node) && site.node.kind !== 'alias';
    site = next;
  }
  if (isAnchored(site) || holdsAnchor(site.node)) return false;
  plan.removed.add(site.node);
  return true;
}

function childAt(site: Site, step: string | number): Site | undefined {
  if (isCall(site.node)) return undefined;
  if (typeof step === 'number') return site.node.kind === 'list' ? childSite(site, step) : undefined;
  if (site.node.kind !== 'map') return undefined;
  return childSite(
    site,
    site.node.entries.findLastIndex((entry) => entry.key.text === step),
  );
}

/**
 * Decides what stays where everything else goes. A branch of an `Fn::If` becomes `AWS::NoValue`; a list without items goes with its key; a
 * map without entries becomes `{}`, since its own key may be required. False where nothing valid can stay, as of a section
 * whose last entry goes.
 */
export function settleRemovals(tree: SyntaxTree, plan: Plan): boolean {
  const settled = new Set<SyntaxNode>();
  for (const node of [...plan.removed]) {
    if (settled.has(node)) continue;
    const site = locate(tree, node);
    if (!site || !settle(tree, plan, site, settled)) return false;
  }
  return true;
}

function settle(tree: SyntaxTree, plan: Plan, site: Site, settled: Set<SyntaxNode>): boolean {
  settled.add(site.node);
  const { parent } = site;
  if (!parent) return settleBlock(tree, plan, site);
  if (isBranch(site)) {
    plan.removed.delete(site.node);
    plan.replaced.set(site.node, { Ref: 'AWS::NoValue' });
    return true;
  }
  if (isCall(parent.node) || isArgument(parent)) return false;
  if (site.key && hasOddKey(tree, site.key)) return false;
  const children = childrenOf(parent);
  if (!children.every((child) => plan.removed.has(child))) return true;
  for (const child of children) {
    settled.add(child);
    plan.removed.delete(child);
  }
  return parent.node.kind === 'list' ? settleEmptyList(tree, plan, parent, settled) : settleEmptyMap(plan, parent);
}

/** Whether a list or map is the argument of a long-form intrinsic function. */
function isArgument(site: ParentSite): boolean {
  return site.parent?.node.kind === 'map' && isCall(site.parent.node);
}

function childrenOf(parent: ParentSite): readonly SyntaxNode[] {
  return parent.node.kind === 'map' ? parent.node.entries.map((entry) => entry.value) : parent.node.items;
}

function settleEmptyList(tree: SyntaxTree, plan: Plan, site: ParentSite, settled: Set<SyntaxNode>): boolean {
  const { node } = site;
  const appended = node.kind === 'list' ? plan.appended.get(node) : undefined;
  if (node.kind === 'list') plan.appended.delete(node);
  if (appended || (site.parent?.node.kind !== 'map' && !isBranch(site))) {
    plan.replaced.set(node, appended ?? []);
    return true;
  }
  plan.removed.add(node);
  return settle(tree, plan, site, settled);
}

function settleEmptyMap(plan: Plan, { node }: ParentSite): boolean {
  if (node.kind !== 'map') return false;
  plan.replaced.set(node, plan.inserted.get(node) ?? {});
  plan.inserted.delete(node);
  return true;
}

/** A whole entry of a section; the last one cannot go, since an empty section is no valid one. */
function settleBlock(tree: SyntaxTree, plan: Plan, { node }: Site): boolean {
  const { block } = node;
  const section = tree.sections.find((other) => other.entries?.includes(block));
  if (!section?.entries || !block.key || hasOddKey(tree, block.key)) return false;
  return !section.entries.every((entry) => entry.value && plan.removed.has(entry.value));
}
