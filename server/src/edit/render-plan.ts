import type { SyntaxNode, SyntaxTree } from '#syntax';
import type { TextEdit } from '#text';
import { isList } from './data.ts';
import { appendItems, insertEntries } from './insert-in-block.ts';
import { type Content, dialectAt, flowValue, insertInFlow, replaceLast, spreadIndent } from './insert-in-flow.ts';
import type { Fragment } from './intent.ts';
import { baseOf, extentOf } from './layout.ts';
import type { Plan } from './plan.ts';
import { renderRemovals } from './render-removals.ts';
import { replaceValue, wrapValue } from './replace-value.ts';
import { addEntries } from './section-edits.ts';
import { isInFlow, locate, type Site } from './site.ts';
import { joinSplices, type Splice } from './splice.ts';
import { styleOf, styleOfItems } from './style.ts';

/** The edits that carry out a plan, ordered and apart; undefined when a place has no text of its own or two edits want the same. */
export function renderPlan(tree: SyntaxTree, plan: Plan): readonly TextEdit[] | undefined {
  const style = styleOf(tree);
  const splices: Splice[] = [];
  const reused = new Set<SyntaxNode>();
  const render = (node: SyntaxNode, make: (site: Site) => readonly Splice[] | undefined): boolean => {
    const site = locate(tree, node);
    const made = site && make(site);
    splices.push(...(made ?? []));
    return made !== undefined;
  };
  const extend = (node: SyntaxNode, content: Content) =>
    render(node, (site) => extendNode(tree, plan, site, content, reused));
  const isDone =
    [...plan.replaced].every(([node, value]) => render(node, (site) => replaceValue(tree, site, value, style))) &&
    [...plan.wrapped].every(([node, items]) => render(node, (site) => wrapValue(tree, site, items, style))) &&
    [...plan.inserted].every(([map, keys]) => extend(map, keys)) &&
    [...plan.appended].every(([list, items]) => extend(list, items));
  const removals = isDone ? renderRemovals(tree, plan, reused) : undefined;
  const additions = removals && addEntries(tree, plan.additions, style);
  return additions && joinSplices([...splices, ...removals, ...additions]);
}

/** New entries or items at the end of a map or list; notes in `reused` the child that goes in whose place they are written. */
function extendNode(
  tree: SyntaxTree,
  plan: Plan,
  site: Site,
  content: Content,
  reused: Set<SyntaxNode>,
): readonly Splice[] | undefined {
  const { node } = site;
  const style = node.kind === 'list' ? styleOfItems(node, styleOf(tree)) : styleOf(tree);
  if (node.kind !== 'map' && node.kind !== 'list') return undefined;
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  if (!last) return fill(tree, site, content);
  if (tree.language === 'json' || node.style === 'flow') {
    const dialect = dialectAt(tree, site);
    if (!plan.removed.has(last)) return insertInFlow(tree, node, content, style, dialect);
    reused.add(last);
    return replaceLast(tree, node, content, style, dialect);
  }
  if (node.kind === 'map') return isList(content) ? undefined : insertEntries(tree, node, content, style, plan.removed);
  return isList(content) ? appendItems(tree, node, content, style, plan.removed) : undefined;
}

/** Content for empty brackets; none where a comment stands in them. */
function fill(tree: SyntaxTree, site: Site, content: Fragment): readonly Splice[] | undefined {
  const style = styleOf(tree);
  const { start, end } = extentOf(tree, site.node);
  if (tree.text.slice(start + 1, end - 1).trim() !== '') return undefined;
  if (!isInFlow(tree, site)) return replaceValue(tree, site, content, style);
  const from = site.key ? baseOf(tree, site.key.block) + site.key.span.start : start;
  const spread = spreadIndent(tree, { start: from, end: start });
  return [{ start, end, text: flowValue(content, style, dialectAt(tree, site), spread), depth: 0 }];
}
