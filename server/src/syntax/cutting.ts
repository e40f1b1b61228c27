import { applyEdits, shiftSpan, stretchAt, type TextEdit } from '#text';
import { LazyBlock, type ParsedBlock } from './block.ts';
import { type Balance, balanceOf, isBalanced } from './json-balance.ts';
import { parseJsonBlock } from './parse-json-block.ts';
import { parseYamlBlock } from './parse-yaml-block.ts';
import { SpareBlocks } from './spare-blocks.ts';
import { createJsonSplitter, type JsonState } from './split-json.ts';
import { type YamlState, yamlSplitter } from './split-yaml.ts';
import type { Slice, Splitter } from './splitting.ts';
import type { Language } from './tree.ts';

/** A text longer than this is not read: five times what CloudFormation takes. */
const maxLength = 5_000_000;

/** The blocks of a text with what is needed to cut it again after an edit. The arrays run in parallel. */
export interface Cutting {
  readonly blocks: readonly LazyBlock[];
  /** Where each block begins. */
  readonly starts: readonly number[];
  /** The splitter's state at the start of each block. */
  readonly states: readonly State[];
  /** JSON: how the brackets of each block add up, and which way of cutting made it, if the other might not have. Empty for YAML. */
  readonly balances: readonly Balance[];
  readonly ways: readonly Way[];
}

type State = YamlState | JsonState;

type Way = 'both' | 'strict' | 'loose';

/** Cuts a text into blocks; those of `old` whose text and place in the tree are the same are used again. */
export function cutText(text: string, language: Language, old?: Cutting): Cutting {
  if (text.length > maxLength) return cutTooLong(text);
  const way = 'strict';
  const splitter = splitterOf(language, way);
  const run = cutRun(splitter, text, 0, splitter.initial, () => false);
  const cutting = makeBlocks(text, language, way, run, old?.blocks ?? [], old !== undefined);
  return language === 'json' ? settle(cutting, old?.blocks ?? []) : cutting;
}

/** Cuts again what one change touched, and keeps every other block. Looks at the text around the change only, if that is enough. */
export function recut(old: Cutting, language: Language, change: TextEdit): Cutting {
  const length = lengthOf(old) + lengthening(change);
  if (length > maxLength || old.states.length === 0 || closesOlderComment(old, change)) {
    return cutText(applyEdits(textOf(old.blocks), [change]), language, old);
  }
  const from = firstTouched(old, change.span.start);
  for (let margin = FEW; ; margin *= 8) {
    const upTo = Math.min(old.blocks.length, stretchAt(old.starts, change.span.end) + 1 + margin);
    const next = recutPart(old, from, upTo, language, change);
    if (next) return next;
  }
}

/** Blocks behind a change that are looked at first. */
const FEW = 8;
/** What a block is depends on the member behind it; pieces of junk in between do not count, so these are more than enough. */
const NEIGHBOURS = 4;

/** Cuts the blocks in `[from, upTo)` again; undefined when blocks behind them might be others, too. */
function recutPart(
  old: Cutting,
  from: number,
  upTo: number,
  language: Language,
  change: TextEdit,
): Cutting | undefined {
  // Loose, because there a bracket that was just opened does not take in all that follows.
  const way = 'loose';
  const splitter = splitterOf(language, way);
  const base = old.starts[from] ?? 0;
  const spare = old.blocks.slice(from, upTo);
  const { start, end } = shiftSpan(change.span, -base);
  const text = applyEdits(textOf(spare), [{ span: { start, end }, newText: change.newText }]);
  // Where a comment ends may stand far behind.
  if (language === 'json' && upTo < old.blocks.length && text.includes('/*')) return undefined;
  const by = lengthening(change);
  const dirtyEnd = start + change.newText.length;
  let to = from + 1;
  const startOf = (index: number) => (index < upTo ? (old.starts[index] ?? 0) - base : undefined);
  const run = cutRun(splitter, text, 0, old.states[from] ?? splitter.initial, (at, state) => {
    for (let known = startOf(to); known !== undefined && known + by < at; known = startOf(to)) to++;
    const known = startOf(to);
    if (known === undefined || at < dirtyEnd || known < end || known + by !== at || at >= text.length) return false;
    return splitter.same(old.states[to] ?? splitter.initial, state);
  });
  if (run.end >= text.length) to = upTo;
  if (upTo < old.blocks.length && to > upTo - NEIGHBOURS) return undefined;
  const made = makeBlocks(text, language, way, run, old.blocks.slice(from, to), true);
  const starts = made.starts.map((at) => at + base);
  const next = replaceRange(old, from, to, { ...made, starts }, by);
  return language === 'json' ? settle(next, old.blocks.slice(from, to)) : next;
}

function lengthening({ span, newText }: TextEdit): number {
  return newText.length - (span.end - span.start);
}

/** The number of code units that blocks cover. */
export function lengthOf({ blocks, starts }: Cutting): number {
  return (starts.at(-1) ?? 0) + (blocks.at(-1)?.text.length ?? 0);
}

/** The text that blocks which follow one another cover. */
export function textOf(blocks: readonly LazyBlock[]): string {
  return blocks.map(({ text }) => text).join('');
}

/**
 * The first block that may be another after an edit: the one before the touched one may take what is inserted at its end, and
 * gives and takes leading comments; and a bracket or line that closes or opens nothing goes by what follows it.
 */
function firstTouched({ starts, blocks }: Cutting, offset: number): number {
  let from = stretchAt(starts, offset) - 1;
  while (from > 0 && (blocks[from]?.kind === 'junk' || blocks[from]?.kind === 'tail')) from--;
  return Math.max(0, from);
}

/** Whether a change closes a comment of JSON that was open to the end: the text from there on reads differently. */
function closesOlderComment({ balances, blocks, starts }: Cutting, { span, newText }: TextEdit): boolean {
  if (!balances.some(({ open }) => open)) return false;
  const from = stretchAt(starts, span.start - 1);
  const text = textOf(blocks.slice(from, stretchAt(starts, span.end) + 1));
  const base = starts[from] ?? 0;
  const before = text.slice(Math.max(0, span.start - base - 1), span.start - base);
  const around = `${before}${newText}${text.slice(span.end - base, span.end - base + 1)}`;
  return around.includes('*/');
}

/**
 * JSON is cut the strict way when its brackets match, else the loose way: blocks of the other way are cut again. `before` are
 * blocks that were replaced so far and may be needed again.
 */
function settle(cutting: Cutting, before: readonly LazyBlock[]): Cutting {
  const way = isBalanced(cutting.balances) ? 'strict' : 'loose';
  const isOther = (made: Way) => made !== 'both' && made !== way;
  if (!cutting.ways.some(isOther)) return cutting;
  const splitter = splitterOf('json', way);
  const text = textOf(cutting.blocks);
  let settled = cutting;
  let spares = without(before, settled.blocks);
  for (let from = settled.ways.findIndex(isOther); from >= 0; from = settled.ways.findIndex(isOther)) {
    const { starts, states } = settled;
    let to = from + 1;
    const run = cutRun(splitter, text, starts[from] ?? 0, states[from] ?? splitter.initial, (at, state) => {
      while (to < starts.length && (starts[to] ?? 0) < at) to++;
      return starts[to] === at && splitter.same(states[to] ?? splitter.initial, state);
    });
    if (run.end >= text.length) to = starts.length;
    const pool = [...settled.blocks.slice(from, to), ...spares];
    const made = makeBlocks(text, 'json', way, run, pool, true);
    spares = without(pool, made.blocks);
    settled = replaceRange(settled, from, to, made, 0);
  }
  return settled;
}

function without<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  const out = new Set(some);
  return all.filter((one) => !out.has(one));
}

function splitterOf(language: Language, way: 'strict' | 'loose'): Splitter<State> {
  const splitter: unknown = language === 'yaml' ? yamlSplitter : createJsonSplitter(way === 'loose');
  return splitter as Splitter<State>;
}

/** Slices that follow one another, with where and in which state each begins. */
interface Run {
  readonly slices: readonly Slice<State>[];
  readonly starts: readonly number[];
  readonly states: readonly State[];
  readonly end: number;
}

/** Cuts from an offset to the end of the text, or to where it may stop. */
function cutRun(
  splitter: Splitter<State>,
  text: string,
  start: number,
  initial: State,
  mayStop: (at: number, state: State) => boolean,
): Run {
  const slices: Slice<State>[] = [];
  const starts: number[] = [];
  const states: State[] = [];
  let at = start;
  let state = initial;
  do {
    const slice = splitter.next(text, at, state);
    slices.push(slice);
    starts.push(at);
    states.push(state);
    at = slice.end;
    state = slice.next;
  } while (!mayStop(at, state) && at < text.length);
  return { slices, starts, states, end: at };
}

/** Makes the blocks of a run, from spare ones where their text and shape are the same. */
function makeBlocks(
  text: string,
  language: Language,
  way: 'strict' | 'loose',
  { slices, starts, states }: Run,
  spare: Iterable<LazyBlock>,
  detach: boolean,
): Cutting {
  const parse = language === 'yaml' ? parseYamlBlock : parseJsonBlock;
  const spares = new SpareBlocks(spare);
  const blocks = slices.map((slice, index) => {
    const part = text.slice(starts[index], slice.end);
    return spares.take(part, slice) ?? new LazyBlock(slice, detach ? copyOf(part) : part, parse);
  });
  if (language === 'yaml') return { blocks, starts, states, balances: [], ways: [] };
  const balances = blocks.map((block) => balanceOf(block.text));
  const ways = slices.map((slice) => ('agreed' in slice && slice.agreed === true ? 'both' : way));
  return { blocks, starts, states, balances, ways };
}

/** A slice of a string keeps the whole string in memory; a copy does not, so that old texts can go. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** Puts other blocks in the place of those from `from` to `to`, and shifts the ones behind. */
function replaceRange(old: Cutting, from: number, to: number, by: Cutting, shift: number): Cutting {
  const replace = <T>(all: readonly T[], some: readonly T[]) => [...all.slice(0, from), ...some, ...all.slice(to)];
  const behind = old.starts.slice(to);
  return {
    blocks: replace(old.blocks, by.blocks),
    starts: [...old.starts.slice(0, from), ...by.starts, ...(shift === 0 ? behind : behind.map((at) => at + shift))],
    states: replace(old.states, by.states),
    balances: replace(old.balances, by.balances),
    ways: replace(old.ways, by.ways),
  };
}

function cutTooLong(text: string): Cutting {
  const message = `This file is too large to analyse: it has ${text.length} characters, and CloudFormation takes 1,000,000 bytes at most.`;
  const parsed: ParsedBlock = {
    key: undefined,
    value: undefined,
    comments: [],
    errors: [{ message, span: { start: 0, end: Math.min(1, text.length) } }],
    anchors: [],
    aliases: [],
    comma: undefined,
  };
  const block = new LazyBlock({ kind: 'head', section: undefined, split: false }, text, () => parsed);
  return { blocks: [block], starts: [0], states: [], balances: [], ways: [] };
}
