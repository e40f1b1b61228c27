import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode, SyntaxTree } from '#syntax';
import { baseOf, lineStart } from './layout.ts';

/** Where a node stands in its block: what holds it, and at which key or index. */
export interface Site {
  readonly node: SyntaxNode;
  /** The map or list that holds it; undefined for a block's own value. */
  readonly parent: ParentSite | undefined;
  /** Its key in a map, or the key of its block. */
  readonly key: ScalarNode | undefined;
  /** Its index in the list or among the entries of the map; 0 for a block's own value. */
  readonly index: number;
}

export interface ParentSite extends Site {
  readonly node: MapNode | ListNode;
}

/** Finds the site of a node; undefined when it is not, by identity, part of its block or of this tree. */
export function locate(tree: SyntaxTree, node: SyntaxNode): Site | undefined {
  const { block } = node;
  if (tree.startOf(block) === undefined || !block.value) return undefined;
  // A YAML text that is one flow map is a single block, which holds its sections.
  if (block.kind === 'junk' && !tree.sections.some((section) => section.block === block)) return undefined;
  return find({ node: block.value, parent: undefined, key: block.key, index: 0 }, node);
}

function find(site: Site, wanted: SyntaxNode): Site | undefined {
  const { node } = site;
  if (node === wanted) return site;
  if (!isParent(site)) return undefined;
  const children = node.kind === 'map' ? node.entries : node.kind === 'list' ? node.items : [];
  for (let index = 0; index < children.length; index++) {
    const child = childSite(site, index);
    if (!child) continue;
    // Only the child around the wanted node can hold it; its span may be empty, and tags stand before spans.
    if (child.node !== wanted && (child.node.span.start > wanted.span.end || child.node.span.end < wanted.span.start))
      continue;
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

function isParent(site: Site): site is ParentSite {
  return site.node.kind === 'map' || site.node.kind === 'list';
}

/** The site of a map's entry or list's item. */
export function childSite(parent: Site, index: number): Site | undefined {
  if (!isParent(parent)) return undefined;
  if (parent.node.kind === 'list') {
    const node = parent.node.items[index];
    return node && { node, parent, key: undefined, index };
  }
  const entry: MapEntry | undefined = parent.node.entries[index];
  return entry && { node: entry.value, parent, key: entry.key, index };
}

/** Whether a node or anything around it carries an anchor, so that an alias elsewhere would change with it. */
export function isAnchored(site: Site): boolean {
  for (let at: Site | undefined = site; at; at = at.parent) if (at.node.anchor !== undefined) return true;
  return false;
}

/** Whether a node carries an anchor or holds one, so that an alias elsewhere needs it. */
export function holdsAnchor(node: SyntaxNode): boolean {
  if (node.anchor !== undefined) return true;
  if (node.kind === 'map')
    return node.entries.some((entry) => entry.key.anchor !== undefined || holdsAnchor(entry.value));
  return node.kind === 'list' && node.items.some(holdsAnchor);
}

/** Whether a node is an intrinsic function, in short or long form, or a map that may hold more than is written. */
export function isCall(node: SyntaxNode): boolean {
  if (node.tag) return true;
  if (node.kind !== 'map') return false;
  if (node.entries.length === 1 && node.entries[0]?.key.text === 'Ref') return true;
  return node.entries.some((entry) => entry.key.text.startsWith('Fn::'));
}

/** Whether a node is `Ref AWS::NoValue`, in short or long form. */
export function isNoValue(node: SyntaxNode): boolean {
  if (node.kind === 'scalar') return node.tag?.name === '!Ref' && node.value === 'AWS::NoValue';
  const entry = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  return entry?.key.text === 'Ref' && entry.value.kind === 'scalar' && entry.value.value === 'AWS::NoValue';
}

/** Whether a node is empty or `null`. */
export function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null && !node.tag;
}

/** Whether a map takes a key beside those it has: no merge key, no intrinsic function, and braces where flow needs them. */
export function takesKeys(tree: SyntaxTree, map: MapNode): boolean {
  if (isCall(map) || map.entries.some((entry) => entry.key.text === '<<' || hasOddKey(tree, entry.key))) return false;
  // `[a: 1]` is a list of one map without braces.
  return map.style === 'block' || tree.text[baseOf(tree, map.block) + map.span.start] === '{';
}

/** Whether a key is written `? key` or carries an anchor or tag. */
export function hasOddKey(tree: SyntaxTree, key: ScalarNode): boolean {
  const start = baseOf(tree, key.block) + key.span.start;
  const before = tree.text.slice(lineStart(tree.text, start), start);
  return key.anchor !== undefined || key.tag !== undefined || /(^|\s)\?\s+$/.test(before);
}

/** Whether a node is one of the two outcomes of an `Fn::If`. */
export function isBranch(site: Site): boolean {
  const list = site.parent;
  if (list?.node.kind !== 'list' || list.node.items.length !== 3 || site.index === 0) return false;
  return list.node.tag?.name === '!If' || (list.key?.text === 'Fn::If' && list.node.tag === undefined);
}

/** Whether a node is written inside brackets or JSON, where line breaks and indentation say nothing. */
export function isInFlow(tree: SyntaxTree, site: Site): boolean {
  return tree.language === 'json' || site.parent?.node.style === 'flow';
}
