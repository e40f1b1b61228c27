import { type Block, editTree, type Section, type SyntaxNode, type SyntaxTree } from '#syntax';
import type { TextEdit } from '#text';
import { type Change, type Data, dataOf, fragmentData, mapData, plainData, sameData } from './data.ts';
import type { Intent } from './intent.ts';
import type { Plan } from './plan.ts';
import { planIntents } from './plan-intents.ts';
import { renderPlan } from './render-plan.ts';
import { precedingEntry } from './section-edits.ts';

/**
 * The edits of `renderIntents`, applied in memory and parsed again: no new syntax error, no comment lost or made, and the tree
 * changed exactly as the intents say and nowhere else. Undefined when that does not hold. `tree` is the tree after the edits.
 */
export function proveEdits(
  tree: SyntaxTree,
  intents: readonly Intent[],
): { edits: readonly TextEdit[]; tree: SyntaxTree } | undefined {
  const plan = planIntents(tree, intents);
  const edits = plan && renderPlan(tree, plan);
  if (!plan || !edits) return undefined;
  if (edits.length === 0) return { edits, tree };
  const next = editTree(tree, edits);
  if (!hasNoNewErrors(tree, next) || !keepsComments(tree, next, edits) || !isAsPlanned(tree, next, plan))
    return undefined;
  return { edits, tree: next };
}

function hasNoNewErrors(before: SyntaxTree, after: SyntaxTree): boolean {
  const known = new Map<string, number>();
  for (const { message } of before.errors()) known.set(message, (known.get(message) ?? 0) + 1);
  return after.errors().every(({ message }) => {
    const left = known.get(message) ?? 0;
    known.set(message, left - 1);
    return left > 0;
  });
}

/** Whether every comment outside the replaced text is still one, and nothing else became one. */
function keepsComments(before: SyntaxTree, after: SyntaxTree, edits: readonly TextEdit[]): boolean {
  const kept = before.comments().filter(({ span }) => {
    return !edits.some(
      (edit) => edit.span.start <= span.start && span.end <= edit.span.end && edit.span.end > edit.span.start,
    );
  });
  const found = after.comments();
  return kept.length === found.length && kept.every((comment, index) => comment.text === found[index]?.text);
}

/** One entry of a section, or the head of a section with what is not split into entries. */
interface Row {
  readonly section: string;
  readonly key: string | undefined;
  /** The block it stands in, when nothing is planned for it; such a block is the same object in both trees. */
  readonly block: Block | undefined;
  data(): Data | undefined;
}

function isAsPlanned(before: SyntaxTree, after: SyntaxTree, plan: Plan): boolean {
  const expected = plannedRows(before, plan);
  const found = rowsOf(after, () => undefined, new Set());
  if (expected.length !== found.length) return false;
  const isSame = expected.every((row, index) => {
    const other = found[index];
    if (!other || row.section !== other.section || row.key !== other.key) return false;
    if (row.block && row.block === other.block) return true;
    const [a, b] = [row.data(), other.data()];
    return a && b ? sameData(a, b, 'ordered') : a === b;
  });
  return isSame && junkOf(before).join('\n') === junkOf(after).join('\n');
}

function junkOf(tree: SyntaxTree): readonly string[] {
  const used = new Set(tree.sections.map((section) => section.block));
  return tree.blocks.filter((block) => block.kind === 'junk' && !used.has(block)).map((block) => block.text.trim());
}

function plannedRows(tree: SyntaxTree, plan: Plan): readonly Row[] {
  const touched = new Set<Block>();
  for (const part of [plan.replaced, plan.inserted, plan.appended, plan.wrapped])
    for (const node of part.keys()) touched.add(node.block);
  for (const node of plan.removed) touched.add(node.block);
  const gone = new Set(tree.blocks.filter((block) => block.value && plan.removed.has(block.value)));
  const rows = rowsOf(tree, planned(plan), touched).filter((row) => !row.block || !gone.has(row.block));
  return withAdditions(
    tree,
    rows.filter((row) => !isGone(row, gone)),
    plan,
  );
}

function isGone(row: Row, gone: ReadonlySet<Block>): boolean {
  return [...gone].some(
    (block) => block.section === row.section && block.key?.text === row.key && row.key !== undefined,
  );
}

/** What the plan makes of a node. */
function planned(plan: Plan): Change {
  const change: Change = (node) => {
    const value = plan.replaced.get(node);
    if (value !== undefined) return fragmentData(value);
    const wrapped = plan.wrapped.get(node);
    if (wrapped) return { kind: 'list', items: [plainData(node, change), ...wrapped.map(fragmentData)] };
    if (
      node.kind === 'map' &&
      isTouched(
        plan,
        node,
        node.entries.map((entry) => entry.value),
      )
    ) {
      const kept = node.entries.filter((entry) => !plan.removed.has(entry.value));
      const added = Object.entries(plan.inserted.get(node) ?? {});
      return mapData([
        ...kept.map((entry) => [entry.key.text, dataOf(entry.value, change)] as const),
        ...added.map(([key, fragment]) => [key, fragmentData(fragment)] as const),
      ]);
    }
    if (node.kind === 'list' && isTouched(plan, node, node.items)) {
      const kept = node.items.filter((item) => !plan.removed.has(item));
      return {
        kind: 'list',
        items: [...kept.map((item) => dataOf(item, change)), ...(plan.appended.get(node) ?? []).map(fragmentData)],
      };
    }
    return undefined;
  };
  return change;
}

function isTouched(plan: Plan, node: SyntaxNode, children: readonly SyntaxNode[]): boolean {
  if (node.kind === 'map' && plan.inserted.has(node)) return true;
  if (node.kind === 'list' && plan.appended.has(node)) return true;
  return children.some((child) => plan.removed.has(child));
}

function rowsOf(tree: SyntaxTree, change: Change, touched: ReadonlySet<Block>): readonly Row[] {
  // A YAML text that is one flow map: its sections are entries of one value.
  const [first] = tree.sections;
  if (first?.block.kind === 'junk' && first.block.value) {
    const root = dataOf(first.block.value, change);
    return root.kind === 'map' ? root.entries.flatMap(([name, data]) => dataRows(name, data, undefined)) : [];
  }
  return tree.sections.flatMap((section) => {
    const own = (block: Block) => (touched.has(block) ? undefined : block);
    if (section.entries) {
      const head: Row = { section: section.name, key: undefined, block: undefined, data: () => undefined };
      return [head, ...section.entries.map((block) => entryRow(section.name, block, own(block), change))];
    }
    return wholeRows(section, own(section.block), change);
  });
}

function entryRow(section: string, block: Block, own: Block | undefined, change: Change): Row {
  return { section, key: block.key?.text, block: own, data: () => block.value && dataOf(block.value, change) };
}

function wholeRows({ name, value }: Section, own: Block | undefined, change: Change): readonly Row[] {
  return dataRows(name, value && dataOf(value, change), own);
}

/** The rows of a section that is one value; a map counts as its entries, for after an edit they may be blocks of their own. */
function dataRows(section: string, data: Data | undefined, block: Block | undefined): readonly Row[] {
  const isEmpty = !data || data.kind === 'map' || (data.kind === 'scalar' && data.value === null);
  const entries = data?.kind === 'map' ? data.entries : [];
  const head: Row = { section, key: undefined, block, data: () => (isEmpty ? undefined : data) };
  return [head, ...entries.map(([key, entry]) => ({ section, key, block: undefined, data: () => entry }))];
}

function withAdditions(tree: SyntaxTree, rows: readonly Row[], plan: Plan): readonly Row[] {
  const result = [...rows];
  for (const addition of plan.additions) {
    const { section: name, key, body } = addition;
    const section = tree.sections.find((other) => other.name === name);
    const row: Row = { section: name, key, block: undefined, data: () => fragmentData(body) };
    if (!section && !result.some((other) => other.section === name)) {
      const head: Row = { section: name, key: undefined, block: undefined, data: () => undefined };
      result.splice(
        result.findIndex((other) => other.section === 'Resources'),
        0,
        head,
      );
    }
    const before = section && precedingEntry(section.entries ?? [], addition)?.key?.text;
    result.splice(endOf(result, plan, name, before), 0, row);
  }
  return result;
}

/** The index behind the entry that a new one follows, and behind those that the plan put there before. */
function endOf(rows: readonly Row[], plan: Plan, section: string, before: string | undefined): number {
  const start = rows.findLastIndex((row) => row.section === section && (before === undefined || row.key === before));
  const added = new Set(
    plan.additions.filter((addition) => addition.section === section).map((addition) => addition.key),
  );
  let index = start + 1;
  while (rows[index]?.section === section && added.has(rows[index]?.key ?? '')) index++;
  return index;
}
