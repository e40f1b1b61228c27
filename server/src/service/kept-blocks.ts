import type { Place } from '#model';
import {
  type AliasNode,
  type Block,
  type Change,
  type Comment,
  changedStretch,
  type Language,
  type Section,
  type SyntaxFault,
  type SyntaxNode,
  type SyntaxTree,
} from '#syntax';
import type { LineIndex, Span } from '#text';

/**
 * A tree as the analysis sees it: while a block does not parse, its last state that did stands in its place. Findings then stay
 * where they were, references from other blocks still hold, and nothing flickers while the author types.
 */
export interface CalmTree {
  /** The tree of the text as it is. */
  readonly actual: SyntaxTree;
  /** The tree to analyse; `actual` itself when nothing is kept. */
  readonly shown: SyntaxTree;
  readonly kept: ReadonlyMap<Block, KeptBlock>;
  /** Whether every block of the text parses. */
  readonly isWhole: boolean;
  /** The span in the text as it is. */
  spanOf(place: Place): Span;
}

interface KeptBlock {
  /** The tree in which the block stood last. */
  readonly home: SyntaxTree;
  /** Where it began in that tree. */
  readonly start: number;
  /** Every change of the text since. */
  readonly changes: readonly Change[];
}

/** A tree with nothing kept: a text just opened, or one that parses. */
export function showAsIs(tree: SyntaxTree, isWhole = !tree.blocks.some(isBroken)): CalmTree {
  return { actual: tree, shown: tree, kept: new Map(), isWhole, spanOf: (place) => spanIn(tree, place) };
}

/** The next tree after `changes`, each in offsets of the text that the ones before it left. */
export function keepLastGood(previous: CalmTree, tree: SyntaxTree, made: readonly Change[]): CalmTree {
  if (!changedBlocks(previous, tree).some(isBroken)) return showAsIs(tree, true);
  const [only] = made;
  const changes = made.length === 1 && only ? [narrow(only, previous.actual)] : made;
  const replaced = new Map<Block, Block>();
  const orphans: Block[] = [];
  const kept = new Map<Block, KeptBlock>();
  const now = blocksByName(tree);
  for (const [name, good] of blocksByName(previous.shown)) {
    const current = now.get(name);
    // One that still stands in the text, be it under another of its name, is not lost.
    if (isBroken(good) || tree.startOf(good) !== undefined || (current && !isBroken(current))) continue;
    const before = previous.kept.get(good);
    const keeping: KeptBlock = before
      ? { ...before, changes: [...before.changes, ...changes] }
      : { home: previous.actual, start: previous.actual.startOf(good) ?? 0, changes };
    if (current) replaced.set(current, good);
    else if (isSwallowed(keeping, tree)) orphans.push(good);
    else continue;
    kept.set(good, keeping);
  }
  if (kept.size === 0) return showAsIs(tree, false);
  const startOf = (block: Block) => {
    const keeping = kept.get(block);
    return keeping ? moveOffset(keeping.start, keeping.changes) : tree.startOf(block);
  };
  return {
    actual: tree,
    shown: substitute(tree, previous.shown, replaced, orphans, kept, startOf),
    kept,
    isWhole: false,
    spanOf: (place) => keptSpan(place, kept.get(place.block), tree),
  };
}

/** The blocks that may not parse: where all did before, those that are new. */
function changedBlocks({ actual, isWhole }: CalmTree, { blocks }: SyntaxTree): readonly Block[] {
  if (!isWhole) return blocks;
  const { from, after } = changedStretch(actual.blocks, blocks);
  return blocks.slice(from, after);
}

/** A change without what it leaves as it was: editors replace whole words and lines where a character changes. */
function narrow({ span: { start, end }, newText }: Change, tree: SyntaxTree): Change {
  const old = tree.slice(start, end);
  const most = Math.min(end - start, newText.length);
  let front = 0;
  while (front < most && old[front] === newText[front]) front++;
  let back = 0;
  while (back < most - front && old[old.length - 1 - back] === newText[newText.length - 1 - back]) back++;
  return { span: { start: start + front, end: end - back }, newText: newText.slice(front, newText.length - back) };
}

/** Whether the text of a block is still there, only inside something that does not parse; false when its author deleted it. */
function isSwallowed({ start, changes }: KeptBlock, tree: SyntaxTree): boolean {
  let at = start;
  for (const change of changes) {
    if (change.span.start <= at && at < change.span.end) return false;
    at = moveOffset(at, [change]);
  }
  return isBroken(tree.blockAt(at));
}

function isBroken(block: Block): boolean {
  return block.kind === 'junk' || block.errors.length > 0;
}

/** Blocks that have a name, by section, key and (for duplicates) order. */
function blocksByName(tree: SyntaxTree): Map<string, Block> {
  const named = new Map<string, Block>();
  for (const block of tree.blocks) {
    if (!block.key) continue;
    let name = `${block.kind}\n${block.section}\n${block.key.text}`;
    while (named.has(name)) name += '\n';
    named.set(name, block);
  }
  return named;
}

function substitute(
  tree: SyntaxTree,
  previous: SyntaxTree,
  replaced: ReadonlyMap<Block, Block>,
  orphans: readonly Block[],
  kept: ReadonlyMap<Block, KeptBlock>,
  startOf: (block: Block) => number | undefined,
): SyntaxTree {
  const inOrder = (blocks: readonly Block[]) => [...blocks].sort((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0));
  const swap = (block: Block) => replaced.get(block) ?? block;
  const orphansOf = (name: string) => orphans.filter((orphan) => orphan.kind === 'entry' && orphan.section === name);
  const present = tree.sections.map((section): Section => {
    const added = section.value === undefined ? orphansOf(section.name) : [];
    const entries =
      added.length === 0 ? section.entries?.map(swap) : inOrder([...(section.entries ?? []).map(swap), ...added]);
    const good = replaced.get(section.block);
    return good
      ? { name: section.name, block: good, key: good.key, value: good.value, entries }
      : { name: section.name, block: section.block, key: section.key, value: section.value, entries };
  });
  const missing = previous.sections
    .filter((section) => !tree.sections.some(({ name }) => name === section.name))
    .map(
      ({ name, block, key, value, entries }): Section => ({
        name,
        block,
        key,
        value,
        entries: entries && orphansOf(name),
      }),
    )
    .filter((section) => orphans.includes(section.block) || (section.entries?.length ?? 0) > 0);
  return new TreeWithKept(tree, {
    blocks: inOrder([...tree.blocks.map(swap), ...orphans]),
    sections: [...present, ...missing],
    startOf,
    swap,
    homeOf: (block) => kept.get(block)?.home ?? tree,
  });
}

interface Substitution {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly startOf: (block: Block) => number | undefined;
  readonly swap: (block: Block) => Block;
  /** The tree in which a block means what it meant. */
  readonly homeOf: (block: Block) => SyntaxTree;
}

/** The text as it is, with other blocks in place of those that do not parse. */
class TreeWithKept implements SyntaxTree {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly #tree: SyntaxTree;
  readonly #by: Substitution;

  constructor(tree: SyntaxTree, by: Substitution) {
    this.blocks = by.blocks;
    this.sections = by.sections;
    this.#tree = tree;
    this.#by = by;
  }

  get language(): Language {
    return this.#tree.language;
  }

  get text(): string {
    return this.#tree.text;
  }

  get length(): number {
    return this.#tree.length;
  }

  get lines(): LineIndex {
    return this.#tree.lines;
  }

  slice(start: number, end: number): string {
    return this.#tree.slice(start, end);
  }

  startOf(block: Block): number | undefined {
    return this.#by.startOf(block);
  }

  blockAt(offset: number): Block {
    return this.#by.swap(this.#tree.blockAt(offset));
  }

  errors(): readonly SyntaxFault[] {
    return this.#tree.errors();
  }

  comments(): readonly Comment[] {
    return this.#tree.comments();
  }

  resolveAlias(alias: AliasNode): SyntaxNode | undefined {
    return this.#by.homeOf(alias.block).resolveAlias(alias);
  }
}

function spanIn(tree: SyntaxTree, { block, span }: Place): Span {
  const start = tree.startOf(block) ?? 0;
  return { start: start + span.start, end: start + span.end };
}

function keptSpan(place: Place, keeping: KeptBlock | undefined, tree: SyntaxTree): Span {
  if (!keeping) return spanIn(tree, place);
  const { start, changes } = keeping;
  const move = ({ start: from, end: to }: Span): Span => ({
    start: moveOffset(start + from, changes),
    end: moveOffset(start + to, changes),
  });
  const key = place.block.key;
  const moved = [move(place.span), ...(key ? [move(key.span)] : [])].find((span) => span.start < span.end);
  return moved ?? lineAround(tree.text, moveOffset(start + place.span.start, changes));
}

/** Where an offset stands after changes: text put in at it pushes it on, text taken away around it leaves it at the gap. */
function moveOffset(offset: number, changes: readonly Change[]): number {
  let at = offset;
  for (const { span, newText } of changes) {
    if (span.end <= at) at += newText.length - (span.end - span.start);
    else if (span.start < at) at = span.start;
  }
  return at;
}

function lineAround(text: string, offset: number): Span {
  const before = text.lastIndexOf('\n', offset - 1) + 1;
  const after = text.indexOf('\n', offset);
  const start = Math.min(before, text.length);
  return { start, end: after > start ? after : Math.min(start + 1, text.length) };
}
