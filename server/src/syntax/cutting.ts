import { type BlockShape, hasShape, LazyBlock, type ParsedBlock } from './block.ts';
import { parseJsonBlock } from './parse-json-block.ts';
import { parseYamlBlock } from './parse-yaml-block.ts';
import { type Balance, balanceOf, createJsonSplitter, isBalanced, type JsonState } from './split-json.ts';
import { type YamlState, yamlSplitter } from './split-yaml.ts';
import type { Slice, Splitter } from './splitting.ts';
import type { Language } from './tree.ts';

/** A text longer than this is not read: five times what CloudFormation takes. */
export const maxLength = 5_000_000;

/** The blocks of a text with what is needed to cut it again after an edit. The arrays run in parallel. */
export interface Cutting {
  readonly blocks: readonly LazyBlock[];
  /** Where each block begins. */
  readonly starts: readonly number[];
  /** The splitter's state at the start of each block. */
  readonly states: readonly (YamlState | JsonState)[];
  /** JSON: how the brackets of each block add up; empty for YAML. */
  readonly balances: readonly Balance[];
  /** JSON whose brackets do not match is cut by columns. */
  readonly loose: boolean;
}

/** One replaced stretch: `[start, end)` of the text before became `[start, start + inserted)`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly inserted: number;
}

/** Cuts a text into blocks; those of `old` whose text and place in the tree are the same are used again. */
export function cutText(text: string, language: Language, old?: Cutting): Cutting {
  if (text.length > maxLength) return cutTooLong(text);
  const spare = new Spares(old?.blocks ?? []);
  const strict = cutAll(text, language, false, spare);
  if (language === 'yaml' || isBalanced(strict.balances)) return strict;
  return cutAll(text, language, true, new Spares(new Set([...(old?.blocks ?? []), ...strict.blocks])));
}

/** Cuts again what one splice touched, and keeps every other block. */
export function recut(old: Cutting, text: string, language: Language, splice: Splice): Cutting {
  if (text.length > maxLength || old.states.length === 0) return cutText(text, language, old);
  const splitter = splitterOf(language, old.loose);
  const by = splice.inserted - (splice.end - splice.start);
  const dirtyEnd = splice.start + splice.inserted;
  // The block before the touched one may take what is inserted at its end, and gives and takes leading comments.
  const from = Math.max(0, findBlock(old.starts, splice.start) - 1);
  if (language === 'json') {
    const balanced = balancedAfter(old, text, splice, from);
    if (balanced === undefined) return cutText(text, language, old);
    if (balanced === old.loose) return cutAll(text, language, !balanced, new Spares(old.blocks));
  }
  const slices: Slice<unknown>[] = [];
  const starts: number[] = [];
  const states: (YamlState | JsonState)[] = [];
  let at = old.starts[from] ?? 0;
  let state: YamlState | JsonState = old.states[from] ?? splitter.initial;
  let to = from + 1;
  let first = true;
  while (first || at < text.length) {
    first = false;
    const slice: Slice<YamlState | JsonState> = splitter.next(text, at, state);
    slices.push(slice);
    starts.push(at);
    states.push(state);
    at = slice.end;
    state = slice.next;
    while (to < old.starts.length && (old.starts[to] ?? 0) + by < at) to++;
    if (at >= dirtyEnd && (old.starts[to] ?? -1) + by === at && at < text.length) {
      if (splitter.same(old.states[to] ?? splitter.initial, state) && (old.starts[to] ?? 0) >= splice.end) break;
    }
  }
  if (at >= text.length) to = old.blocks.length;
  const blocks = fill(text, language, starts, slices, new Spares(old.blocks.slice(from, to)), true);
  const balances = language === 'json' ? blocks.map(({ text: part }) => balanceOf(part)) : [];
  const next: Cutting = {
    blocks: replaceRange(old.blocks, from, to, blocks),
    starts: shiftAfter(old.starts, from, to, starts, by),
    states: replaceRange(old.states, from, to, states),
    balances: language === 'json' ? replaceRange(old.balances, from, to, balances) : [],
    loose: old.loose,
  };
  return language === 'json' && isBalanced(next.balances) === next.loose ? cutText(text, language, next) : next;
}

function cutAll(text: string, language: Language, loose: boolean, spare: Spares): Cutting {
  const splitter = splitterOf(language, loose);
  const slices: Slice<unknown>[] = [];
  const starts: number[] = [];
  const states: (YamlState | JsonState)[] = [];
  let at = 0;
  let state = splitter.initial;
  do {
    const slice = splitter.next(text, at, state);
    slices.push(slice);
    starts.push(at);
    states.push(state);
    at = slice.end;
    state = slice.next;
  } while (at < text.length);
  const blocks = fill(text, language, starts, slices, spare, !spare.isEmpty);
  const balances = language === 'json' ? blocks.map((block) => balanceOf(block.text)) : [];
  return { blocks, starts, states, balances, loose };
}

function splitterOf(language: Language, loose: boolean): Splitter<YamlState | JsonState> {
  const splitter: unknown = language === 'yaml' ? yamlSplitter : createJsonSplitter(loose);
  return splitter as Splitter<YamlState | JsonState>;
}

/** Makes the blocks of the slices, from spare ones where their text and shape are the same. */
function fill(
  text: string,
  language: Language,
  starts: readonly number[],
  slices: readonly Slice<unknown>[],
  spare: Spares,
  detach: boolean,
): LazyBlock[] {
  const parse = language === 'yaml' ? parseYamlBlock : parseJsonBlock;
  return slices.map((slice, index) => {
    const part = text.slice(starts[index], slice.end);
    const same = spare.take(part, slice);
    return same ?? new LazyBlock(slice, detach ? copyOf(part) : part, parse);
  });
}

/** A slice of a string keeps the whole string in memory; a copy does not, so that old texts can go. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** Blocks of the text before that may be used again, each once, the first of equal ones first. */
class Spares {
  readonly #byText = new Map<string, LazyBlock[]>();

  constructor(blocks: Iterable<LazyBlock>) {
    for (const block of [...blocks].reverse()) {
      const same = this.#byText.get(block.text);
      if (same) same.push(block);
      else this.#byText.set(block.text, [block]);
    }
  }

  get isEmpty(): boolean {
    return this.#byText.size === 0;
  }

  take(text: string, shape: BlockShape): LazyBlock | undefined {
    const same = this.#byText.get(text);
    const last = same?.at(-1);
    return last && hasShape(last, shape) ? same?.pop() : undefined;
  }
}

/**
 * Whether the brackets match after an edit: the old sums with those of the touched blocks counted again. Undefined when the
 * edit opens or closes a text or comment beyond them.
 */
function balancedAfter(old: Cutting, text: string, splice: Splice, from: number): boolean | undefined {
  const to = findBlock(old.starts, splice.end) + 1;
  const by = splice.inserted - (splice.end - splice.start);
  const last = old.starts[to];
  const touched = balanceOf(text.slice(old.starts[from], last === undefined ? text.length : last + by));
  const wasOpen = old.balances[to - 1]?.open;
  if (last !== undefined && (touched.open || wasOpen)) return undefined;
  return isBalanced([...old.balances.slice(0, from), touched, ...old.balances.slice(to)]);
}

/** The index of the block in which an offset lies. */
export function findBlock(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function replaceRange<T>(old: readonly T[], from: number, to: number, by: readonly T[]): T[] {
  return [...old.slice(0, from), ...by, ...old.slice(to)];
}

function shiftAfter(old: readonly number[], from: number, to: number, by: readonly number[], shift: number): number[] {
  const starts = old.slice(0, from);
  for (const start of by) starts.push(start);
  for (let index = to; index < old.length; index++) starts.push((old[index] ?? 0) + shift);
  return starts;
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
  return { blocks: [block], starts: [0], states: [], balances: [], loose: false };
}
