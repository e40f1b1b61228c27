import type { SyntaxNode, SyntaxTree } from '#syntax';
import type { TextEdit } from '#text';
import { isList } from './data.ts';
import { appendItems, insertEntries } from './insert-in-block.ts';
import { type Content, dialectAt, flowValue, insertInFlow, spreadIndent } from './insert-in-flow.ts';
import type { Fragment, Intent } from './intent.ts';
import { baseOf, extentOf } from './layout.ts';
import { type Addition, createPlan, type Plan, planValue } from './plan.ts';
import { planRemoval, settleRemovals } from './plan-removals.ts';
import { memberSpan, removeBlockEntry, removeChildren, removeFromFlow } from './remove-entry.ts';
import { replaceValue, wrapValue } from './replace-value.ts';
import { addEntries } from './section-edits.ts';
import { isInFlow, locate, type ParentSite, type Site } from './site.ts';
import { joinSplices, type Splice } from './splice.ts';
import { type Style, styleOf } from './style.ts';
import { resolveNames } from './unique-names.ts';

/**
 * The edits that carry out the intents of one fix on the tree's text: the fewest, ordered and apart, in the file's own style. None
 * where everything is there already. Undefined when it cannot be done properly: an alias, anchor, merge key, intrinsic
 * function or explicit key is in the way, the place is no part of the tree, or two intents disagree.
 */
export function renderIntents(tree: SyntaxTree, intents: readonly Intent[]): readonly TextEdit[] | undefined {
  const plan = planIntents(tree, intents);
  return plan && renderPlan(tree, plan);
}

/** What the intents of one fix do to each node; undefined when they cannot be carried out. */
export function planIntents(tree: SyntaxTree, intents: readonly Intent[]): Plan | undefined {
  const named = resolveNames(tree, intents);
  if (!named) return undefined;
  const plan = createPlan();
  for (const intent of named) if (!planIntent(tree, plan, intent)) return undefined;
  if (!settleRemovals(tree, plan) || !isConsistent(tree, plan)) return undefined;
  return plan;
}

function planIntent(tree: SyntaxTree, plan: Plan, intent: Intent): boolean {
  switch (intent.kind) {
    case 'set':
      return planValue(tree, plan, intent.target.at, intent.target.path, intent.value);
    case 'append':
      return planValue(tree, plan, intent.target.at, [...intent.target.path, '-'], intent.value);
    case 'remove':
      return planRemoval(tree, plan, intent.target);
    case 'addResource':
      return planAddition(tree, plan, {
        section: 'Resources',
        key: intent.logicalId,
        body: intent.body,
        after: intent.after,
      });
    case 'addParameter':
      return planAddition(tree, plan, { section: 'Parameters', key: intent.name, body: intent.body, after: undefined });
  }
}

function planAddition(tree: SyntaxTree, plan: Plan, addition: Addition): boolean {
  const section = tree.sections.find((other) => other.name === addition.section);
  if (section && !section.entries) {
    const { value } = section;
    return value !== undefined && planValue(tree, plan, value, [addition.key], addition.body);
  }
  const root = tree.sections[0]?.block;
  if (!section && root?.kind === 'junk') {
    return (
      root.value !== undefined && planValue(tree, plan, root.value, [addition.section, addition.key], addition.body)
    );
  }
  // An include may bring a resource of the same name.
  if (section?.entries?.some((entry) => entry.key?.text === 'Fn::Transform')) return false;
  plan.additions.push(addition);
  return true;
}

/** Whether nothing is to be done to a part of what goes or is replaced as a whole. */
function isConsistent(tree: SyntaxTree, plan: Plan): boolean {
  const whole = new Set<SyntaxNode>([...plan.replaced.keys(), ...plan.removed, ...plan.wrapped.keys()]);
  const touched = [...whole, ...plan.inserted.keys(), ...plan.appended.keys()];
  return touched.every((node) => {
    const site = locate(tree, node);
    for (let above = site?.parent; above; above = above.parent) if (whole.has(above.node)) return false;
    const uses = [plan.replaced.has(node), plan.removed.has(node), plan.wrapped.has(node)].filter(Boolean).length;
    return uses < 2 && site !== undefined;
  });
}

/** The edits that carry out a plan. */
export function renderPlan(tree: SyntaxTree, plan: Plan): readonly TextEdit[] | undefined {
  const style = styleOf(tree);
  const splices: Splice[] = [];
  const add = (rendered: readonly Splice[] | undefined): boolean => {
    splices.push(...(rendered ?? []));
    return rendered !== undefined;
  };
  for (const [node, value] of plan.replaced)
    if (!add(at(tree, node, (site) => replaceValue(tree, site, value, style)))) return undefined;
  for (const [node, items] of plan.wrapped)
    if (!add(at(tree, node, (site) => wrapValue(tree, site, items, style)))) return undefined;
  for (const [map, keys] of plan.inserted)
    if (!add(at(tree, map, (site) => extend(tree, site, keys, style)))) return undefined;
  for (const [list, items] of plan.appended)
    if (!add(at(tree, list, (site) => extend(tree, site, items, style)))) return undefined;
  if (!add(renderRemovals(tree, plan)) || !add(addEntries(tree, plan.additions, style))) return undefined;
  return joinSplices(splices);
}

function at<T>(tree: SyntaxTree, node: SyntaxNode, render: (site: Site) => T | undefined): T | undefined {
  const site = locate(tree, node);
  return site && render(site);
}

function extend(tree: SyntaxTree, site: Site, content: Content, style: Style): readonly Splice[] | undefined {
  const { node } = site;
  if (node.kind !== 'map' && node.kind !== 'list') return undefined;
  if (childCount(node) === 0) return fill(tree, site, content as Fragment, style);
  if (tree.language === 'json' || node.style === 'flow')
    return insertInFlow(tree, node, content, style, dialectAt(tree, site));
  if (node.kind === 'map') return isList(content) ? undefined : insertEntries(tree, node, content, style);
  return isList(content) ? appendItems(tree, node, content, style) : undefined;
}

function childCount(node: ParentSite['node']): number {
  return node.kind === 'map' ? node.entries.length : node.items.length;
}

/** Content for empty brackets; none where a comment stands in them. */
function fill(tree: SyntaxTree, site: Site, content: Fragment, style: Style): readonly Splice[] | undefined {
  const { start, end } = extentOf(tree, site.node);
  if (tree.text.slice(start + 1, end - 1).trim() !== '') return undefined;
  if (!isInFlow(tree, site)) return replaceValue(tree, site, content, style);
  const from = site.key ? baseOf(tree, site.key.block) + site.key.span.start : start;
  const spread = spreadIndent(tree.text, { start: from, end: start });
  return [{ start, end, text: flowValue(content, style, dialectAt(tree, site), spread), depth: 0 }];
}

function renderRemovals(tree: SyntaxTree, plan: Plan): readonly Splice[] | undefined {
  const groups = new Map<ParentSite['node'], { readonly parent: ParentSite; readonly gone: Set<number> }>();
  const blocks: Site[] = [];
  for (const node of plan.removed) {
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
      const splice = removeBlockEntry(tree, site);
      if (!splice) return undefined;
      splices.push(splice);
    }
  }
  return splices;
}
