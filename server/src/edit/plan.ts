import type { ListNode, MapNode, SyntaxNode, SyntaxTree } from '#syntax';
import { isList, isMap, sameFragment, saysSame } from './data.ts';
import type { Fragment } from './intent.ts';
import { isAnchored, isCall, isNoValue, isNull, locate, takesKeys } from './site.ts';

/** What is to be done to each node of a tree: the intents of one fix, those for the same place merged. */
export interface Plan {
  /** New values of nodes; null and `AWS::NoValue` are filled this way too. */
  readonly replaced: Map<SyntaxNode, Fragment>;
  /** Keys that maps get at their end. */
  readonly inserted: Map<MapNode, { readonly [key: string]: Fragment }>;
  /** Items that lists get at their end. */
  readonly appended: Map<ListNode, readonly Fragment[]>;
  /** Lone values that become the first item of a list, with the items behind it. */
  readonly wrapped: Map<SyntaxNode, readonly Fragment[]>;
  /** Values whose entry or item goes. */
  readonly removed: Set<SyntaxNode>;
  readonly additions: Addition[];
}

/** A new entry of a section that is split into blocks, or of a section that does not exist yet. */
export interface Addition {
  readonly section: 'Resources' | 'Parameters';
  readonly key: string;
  readonly body: Fragment;
  /** The key of the entry it follows; at the end when there is none of that name. */
  readonly after: string | undefined;
}

export function createPlan(): Plan {
  return {
    replaced: new Map(),
    inserted: new Map(),
    appended: new Map(),
    wrapped: new Map(),
    removed: new Set(),
    additions: [],
  };
}

type Path = readonly (string | number)[];

/**
 * Plans that the place `path` beneath `node` has a value; `-` appends to a list. Does nothing where it has it already. False
 * when it cannot be written there: an alias, anchor, merge key or intrinsic function is in the way, or two intents disagree.
 */
export function planValue(tree: SyntaxTree, plan: Plan, node: SyntaxNode, path: Path, value: Fragment): boolean {
  const site = locate(tree, node);
  return site !== undefined && !isAnchored(site) && put(tree, plan, node, path, value);
}

/** A boolean or number in place of one that its author wrote as text is written as text, too: `"false"` becomes `"true"`. */
function inKindOf(node: SyntaxNode, value: Fragment): Fragment {
  if (typeof value !== 'boolean' && typeof value !== 'number') return value;
  if (node.kind !== 'scalar' || node.tag || typeof node.value !== 'string' || node.style === 'plain') return value;
  const isOfKind = typeof value === 'boolean' ? /^(true|false)$/i.test(node.text) : /^-?\d+(\.\d+)?$/.test(node.text);
  return isOfKind ? String(value) : value;
}

function put(tree: SyntaxTree, plan: Plan, node: SyntaxNode, path: Path, wanted: Fragment): boolean {
  const [step, ...rest] = path;
  const value = step === undefined ? inKindOf(node, wanted) : wanted;
  const draft = plan.replaced.get(node);
  if (draft !== undefined) return store(plan.replaced, node, merge(draft, path, value));
  if (node.anchor !== undefined) return false;
  if (step === undefined) return replace(plan, node, value);
  if (isNull(node) || isNoValue(node)) return store(plan.replaced, node, merge(undefined, path, value));
  if (node.kind === 'alias' || isCall(node)) return false;
  if (step === '-') return append(plan, node, merge(undefined, rest, value));
  if (typeof step === 'number') return putItem(tree, plan, node, step, rest, value);
  return node.kind === 'map' && putEntry(tree, plan, node, step, rest, value);
}

function replace(plan: Plan, node: SyntaxNode, value: Fragment): boolean {
  if (saysSame(node, value)) return true;
  plan.replaced.set(node, value);
  return true;
}

function append(plan: Plan, node: SyntaxNode, item: Fragment | undefined): boolean {
  if (item === undefined) return false;
  const present = node.kind === 'list' ? node.items : [node];
  if (present.some((other) => saysSame(other, item))) return true;
  if (node.kind === 'list') return store(plan.appended, node, addItem(plan.appended.get(node), item));
  return store(plan.wrapped, node, addItem(plan.wrapped.get(node), item));
}

function addItem(items: readonly Fragment[] = [], item: Fragment): readonly Fragment[] {
  return items.some((other) => sameFragment(other, item)) ? items : [...items, item];
}

function putItem(tree: SyntaxTree, plan: Plan, node: SyntaxNode, index: number, rest: Path, value: Fragment): boolean {
  // CloudFormation reads a lone value as a list of itself.
  if (node.kind !== 'list') return index === 0 && put(tree, plan, node, rest, value);
  const item = node.items[index];
  if (item) return put(tree, plan, item, rest, value);
  const drafts = merge(plan.appended.get(node) ?? [], [index - node.items.length, ...rest], value);
  return drafts !== undefined && isList(drafts) && store(plan.appended, node, drafts);
}

function putEntry(tree: SyntaxTree, plan: Plan, map: MapNode, key: string, rest: Path, value: Fragment): boolean {
  // Of duplicate keys CloudFormation reads the last.
  const entry = map.entries.findLast((other) => other.key.text === key);
  if (entry) return put(tree, plan, entry.value, rest, value);
  if (!takesKeys(tree, map)) return false;
  const draft = merge(plan.inserted.get(map) ?? {}, [key, ...rest], value);
  return draft !== undefined && isMap(draft) && store(plan.inserted, map, draft);
}

function store<Node, Value>(map: Map<Node, Value>, node: Node, value: Value | undefined): boolean {
  if (value === undefined) return false;
  map.set(node, value);
  return true;
}

/** A draft with a value at a path; undefined when the draft says otherwise already. */
function merge(draft: Fragment | undefined, path: Path, value: Fragment): Fragment | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return draft === undefined || sameFragment(draft, value) ? value : undefined;
  if (step === '-') {
    const item = merge(undefined, rest, value);
    const items = draft ?? [];
    return isList(items) && item !== undefined ? addItem(items, item) : undefined;
  }
  if (typeof step === 'number') {
    const items = draft ?? [];
    if (!isList(items) || step < 0 || step > items.length) return undefined;
    const item = merge(items[step], rest, value);
    return item === undefined ? undefined : items.toSpliced(step, 1, item);
  }
  const map = draft ?? {};
  if (!isMap(map) || Object.keys(map).some((key) => key === 'Ref' || key.startsWith('Fn::'))) return undefined;
  const inner = merge(map[step], rest, value);
  return inner === undefined ? undefined : { ...map, [step]: inner };
}
