import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixesOf, proveFix } from '#analysis';
import { type Intent, renderIntents } from '#edit';
import { intrinsicOf } from '#model';
import { parseTree, type SyntaxNode, type SyntaxTree } from '#syntax';
import { applyEdits } from '#text';
import { readPlain } from '../edit/random-template.ts';
import { toJson } from '../rules/rule-tester.ts';
import { options, type Start, service, starts } from './templates.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 200);

type Step = string | number;

/** A template as it is, with Windows' line ends, with a byte order mark, and its twins in JSON. */
const styles: readonly ((start: Start) => Start)[] = [
  (start) => start,
  (start) => ({ ...start, text: start.text.replaceAll('\n', '\r\n') }),
  (start) => ({ ...start, text: `\ufeff${start.text}` }),
  (start) => (start.language === 'json' ? start : { ...start, text: toJson(start.text), language: 'json' }),
  (start) => {
    const json = start.language === 'json' ? start.text : toJson(start.text);
    return { ...start, text: JSON.stringify(JSON.parse(json)), language: 'json' };
  },
];

it('changes what a fix says, in its style, and leaves every other byte as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.constantFrom(...styles), (start, style) => checkFixes(style(start))),
    { numRuns, ...(process.env.FUZZ_RUNS === undefined && { seed: 13 }) },
  );
}, 1_200_000);

function checkFixes({ name, text, language }: Start): void {
  const { analysis } = service.open({ name, text, language }, options);
  // Of two keys of one name it cannot be told which is meant.
  if (!analysis || analysis.template.tree.errors().length > 0) return;
  const { tree } = analysis.template;
  for (const finding of analysis.findings) {
    for (const fix of fixesOf(analysis, finding)) {
      const proven = proveFix(analysis, finding, fix);
      if (!proven) continue;
      const after = applyEdits(text, proven.edits);
      const story = `${fix.title}\n${text}\n---\n${after}`;
      const changed = fix.intents.flatMap((intent) => targetsOf(intent, tree));
      expectUntouchedBlocks(tree, after, fix.intents, story);
      expectSameData(text, after, changed, story);
      expect(after.startsWith('\ufeff'), story).toBe(text.startsWith('\ufeff'));
      if (text.includes('\r\n')) expect(/[^\r]\n/.test(after), story).toBe(false);
      else expect(after.includes('\r'), story).toBe(false);
      const again = reapply(parseTree(after, language), fix.intents, tree);
      if (again) expect(renderIntents(again.tree, again.intents), story).toEqual([]);
    }
  }
}

/** The blocks that no intent is about stand in the new text, to the letter and in their order. */
function expectUntouchedBlocks(tree: SyntaxTree, after: string, intents: readonly Intent[], story: string): void {
  const touched = new Set(intents.flatMap((intent) => ('target' in intent ? intent.target.at.block : [])));
  let at = 0;
  for (const block of tree.blocks) {
    // What is added may need a comma or a line break behind what stands before it.
    const text = block.text.trimEnd().replace(/,$/, '');
    if (touched.has(block) || block.kind === 'section' || block.kind === 'junk') continue;
    const found = after.indexOf(text, at);
    expect(found, `${text}\n${story}`).toBeGreaterThanOrEqual(0);
    at = found + text.length;
  }
}

/** Without what the intents are about, both texts say the same to a reader that knows nothing of Remit. */
function expectSameData(before: string, after: string, changed: readonly (readonly Step[])[], story: string): void {
  const [a, b] = [read(before), read(after)];
  if (a === undefined) return;
  expect(b, story).toBeDefined();
  expect(cut(b, changed), story).toEqual(cut(a, changed));
}

function read(text: string): unknown {
  try {
    return readPlain(text);
  } catch {
    // Aliases and the like.
    return undefined;
  }
}

/** Where an intent writes, from the top of the template: up to the first key that may have to be made. */
function targetsOf(intent: Intent, tree: SyntaxTree): readonly (readonly Step[])[] {
  if (intent.kind === 'addResource') return [['Resources', ANY]];
  if (intent.kind === 'addParameter') return [['Parameters', ANY]];
  const at = pathOf(intent.target.at, tree);
  if (!at) return [[]];
  // An item that goes moves those behind it.
  if (intent.kind === 'remove') return [at.slice(0, -1)];
  // Nothing, or no value, gives way to the map that the fix makes.
  if (intent.target.at.kind === 'scalar' || intrinsicOf(intent.target.at)) return [at];
  return [[...at, ...intent.target.path.slice(0, 1)]];
}

/** Stands for every key that only one of two texts has. */
const ANY = '*added*';

function cut(value: unknown, paths: readonly (readonly Step[])[]): unknown {
  const added = paths.filter(([, second]) => second === ANY).map(([first]) => first);
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const path of paths) if (path[1] !== ANY) drop(copy, path);
  // New entries are what the fix adds; those that were there are compared by the blocks.
  for (const section of added) delete copy[String(section)];
  return prune(copy);
}

function drop(value: unknown, path: readonly Step[]): void {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return;
  const map = value as Record<string, unknown>;
  if (rest.length === 0) delete map[String(first)];
  else drop(map[String(first)], rest);
}

/** Without maps that have nothing left: a key and its empty value are made on the way to what a fix sets. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const pruned = prune(item);
    const isEmpty = pruned === null || (typeof pruned === 'object' && Object.keys(pruned as object).length === 0);
    return isEmpty ? [] : [[key, pruned] as const];
  });
  return Object.fromEntries(kept);
}

/** The keys and indexes that lead to a node, functions in long form; undefined when it is not in the tree. */
function pathOf(node: SyntaxNode, tree: SyntaxTree): readonly Step[] | undefined {
  for (const { name, value, entries } of tree.sections) {
    const roots = entries ?? [];
    for (const block of roots) {
      const found = block.value && pathBelow(block.value, node);
      if (found) return [name, block.key?.text ?? '', ...found];
    }
    const found = value && pathBelow(value, node);
    if (found) return [name, ...found];
  }
  return undefined;
}

function pathBelow(from: SyntaxNode, to: SyntaxNode): readonly Step[] | undefined {
  if (from === to) return [];
  const own = from.tag ? [from.tag.name === '!Ref' ? 'Ref' : `Fn::${from.tag.name.slice(1)}`] : [];
  const children: (readonly [Step, SyntaxNode])[] =
    from.kind === 'map'
      ? from.entries.map(({ key, value }) => [key.text, value])
      : from.kind === 'list'
        ? from.items.map((item, at) => [at, item])
        : [];
  for (const [step, child] of children) {
    const found = pathBelow(child, to);
    if (found) return [...own, step, ...found];
  }
  return undefined;
}

/** The same intents on the text that they made; undefined where they cannot be said again: what they removed is gone. */
function reapply(
  tree: SyntaxTree,
  intents: readonly Intent[],
  before: SyntaxTree,
): { tree: SyntaxTree; intents: readonly Intent[] } | undefined {
  const moved: Intent[] = [];
  for (const intent of intents) {
    if (intent.kind !== 'set' && intent.kind !== 'append') return undefined;
    const path = pathOf(intent.target.at, before);
    const at = path && nodeAt(tree, [...path]);
    // What stood at the target has been replaced by the value itself.
    if (!at) return undefined;
    moved.push({ ...intent, target: { ...intent.target, at } });
  }
  return { tree, intents: moved };
}

function nodeAt(tree: SyntaxTree, path: Step[]): SyntaxNode | undefined {
  const [name, id, ...rest] = path;
  const section = tree.sections.find((each) => each.name === name);
  const root = section?.entries?.find((block) => block.key?.text === id)?.value;
  let node = root;
  for (const step of rest) {
    if (typeof step === 'string' && node?.tag && /^(Ref|Fn::)/.test(step)) continue;
    if (node?.kind === 'map') node = node.entries.find(({ key }) => key.text === step)?.value;
    else if (node?.kind === 'list') node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}
