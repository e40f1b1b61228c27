import type { ListNode, MapNode, ScalarNode, SyntaxNode, SyntaxTree } from '#syntax';
import { baseOf, beginsLine, columnOf, extentOf, indentOf, isBroken, lineStart, skipTrivia } from './layout.ts';
import { isPlain } from './yaml-scalar.ts';

/** The style of new items of a list: strings are quoted as all of its own are. */
export function styleOfItems(list: ListNode, style: Style): Style {
  const strings = list.items.filter(
    (item): item is ScalarNode => item.kind === 'scalar' && typeof item.value === 'string',
  );
  const [first] = strings;
  if (!first || strings.length < list.items.length) return style;
  if (strings.some((item) => item.style !== first.style || item.tag)) return style;
  if (first.style === 'plain') return { ...style, quotesAll: false };
  if (first.style !== 'single' && first.style !== 'double') return style;
  return { ...style, quotesAll: true, quote: first.style === 'single' ? "'" : '"' };
}

/** The style of what takes the place of a node: in its quotes, and quoted without need only where that was, too. */
export function styleInPlaceOf(node: SyntaxNode, style: Style): Style {
  if (node.kind !== 'scalar' || node.tag || typeof node.value !== 'string') return style;
  if (node.style === 'plain') return { ...style, quotesAll: false };
  if (node.style !== 'single' && node.style !== 'double') return style;
  const quote = node.style === 'single' ? "'" : '"';
  return isPlain(node.value, 'flow') ? { ...style, quotesAll: true, quote } : { ...style, quotesAll: false, quote };
}

/** How a file is written, by the majority of its own places; what it shows no example of follows common practice. */
export interface Style {
  readonly lineBreak: string;
  /** One level of indentation: spaces, or a tab in JSON. */
  readonly indent: string;
  /** YAML: how far the dash of a list stands to the right of the key above it. */
  readonly dash: number;
  readonly quote: "'" | '"';
  /** YAML: whether strings are quoted that need not be. */
  readonly quotesAll: boolean;
  /** YAML: whether intrinsic functions are only ever written in long form. */
  readonly longForms: boolean;
  /** Whether one-line maps have spaces inside their braces. */
  readonly padded: boolean;
  /** JSON and flow maps: the colon with the white space around it. */
  readonly colon: string;
  /** JSON and flow: the comma between entries of one line. */
  readonly comma: string;
  /** JSON: whether lists of scalars stand on one line. */
  readonly listsOnOneLine: boolean;
  /** JSON: whether `{ "Ref": "X" }` stands on one line. */
  readonly callsOnOneLine: boolean;
}

const styles = new WeakMap<SyntaxTree, Style>();

/** The style of a tree's text; computed once per tree. */
export function styleOf(tree: SyntaxTree): Style {
  const known = styles.get(tree);
  if (known) return known;
  const tally = createTally();
  for (const block of tree.blocks) {
    if (block.value) survey(tree, block.value, undefined, tally);
    if (block.key && tree.language === 'json') surveyColon(tree.text, baseOf(tree, block) + block.key.span.end, tally);
    if (block.key && block.value) surveyStep(tree, baseOf(tree, block) + block.key.span.start, block.value, tally);
  }
  const style = conclude(tree, tally);
  styles.set(tree, style);
  return style;
}

interface Tally {
  readonly indents: Map<string, number>;
  readonly dashes: Map<number, number>;
  readonly quotes: Map<string, number>;
  readonly needless: Map<boolean, number>;
  readonly forms: Map<'short' | 'long', number>;
  readonly padding: Map<boolean, number>;
  readonly colons: Map<string, number>;
  readonly commas: Map<string, number>;
  readonly lists: Map<boolean, number>;
  readonly calls: Map<boolean, number>;
}

function createTally(): Tally {
  return {
    indents: new Map(),
    dashes: new Map(),
    quotes: new Map(),
    needless: new Map(),
    forms: new Map(),
    padding: new Map(),
    colons: new Map(),
    commas: new Map(),
    lists: new Map(),
    calls: new Map(),
  };
}

function conclude(tree: SyntaxTree, tally: Tally): Style {
  const json = tree.language === 'json';
  const indent = most(tally.indents, '  ');
  return {
    lineBreak: /\r\n|\n/.exec(tree.text)?.[0] ?? '\n',
    indent,
    dash: most(tally.dashes, indent.length),
    quote: most(tally.quotes, "'") === '"' ? '"' : "'",
    quotesAll: most(tally.needless, false),
    longForms: most(tally.forms, 'short') === 'long' && !tally.forms.has('short'),
    padded: most(tally.padding, json && tree.text.includes('\n')),
    colon: most(tally.colons, ': '),
    comma: most(tally.commas, tally.colons.has(':') ? ',' : ', '),
    listsOnOneLine: most(tally.lists, true),
    callsOnOneLine: most(tally.calls, true),
  };
}

function survey(tree: SyntaxTree, node: SyntaxNode, parent: SyntaxNode | undefined, tally: Tally): void {
  if (node.tag) count(tally.forms, 'short');
  if (node.kind === 'scalar') surveyScalar(node, tally);
  if (node.kind === 'map') surveyMap(tree, node, tally);
  if (node.kind === 'list') surveyList(tree, node, parent, tally);
}

function surveyScalar(node: ScalarNode, tally: Tally): void {
  const isQuoted = node.style === 'single' || node.style === 'double';
  if (isQuoted) count(tally.quotes, node.style === 'single' ? "'" : '"');
  const isFree = typeof node.value === 'string' && !node.tag && isPlain(node.value, 'flow');
  if (isFree && (isQuoted || node.style === 'plain')) count(tally.needless, isQuoted);
}

function surveyMap(tree: SyntaxTree, map: MapNode, tally: Tally): void {
  const [first] = map.entries;
  if (first && map.entries.length === 1 && /^(Ref$|Fn::)/.test(first.key.text)) count(tally.forms, 'long');
  if (map.style === 'flow') surveyFlowMap(tree, map, tally);
  for (const entry of map.entries) {
    const key = baseOf(tree, map.block) + entry.key.span.start;
    if (map.style === 'block') surveyStep(tree, key, entry.value, tally);
    survey(tree, entry.value, map, tally);
  }
}

/** Notes how far the lines of a value stand to the right of its key. */
function surveyStep(tree: SyntaxTree, key: number, value: SyntaxNode, tally: Tally): void {
  if ((value.kind !== 'map' && value.kind !== 'list') || value.style !== 'block') return;
  const start = baseOf(tree, value.block) + value.span.start;
  const step = columnOf(tree.text, start) - columnOf(tree.text, key);
  if (!isBroken(tree.text, key, start) || step < 0) return;
  if (value.kind === 'list') count(tally.dashes, step);
  else count(tally.indents, ' '.repeat(step));
}

function surveyFlowMap(tree: SyntaxTree, map: MapNode, tally: Tally): void {
  const { text } = tree;
  const base = baseOf(tree, map.block);
  const start = base + map.span.start;
  const [first] = map.entries;
  if (!first) return;
  for (const [index, entry] of map.entries.entries()) {
    surveyColon(text, base + entry.key.span.end, tally);
    const next = map.entries[index + 1];
    if (next) surveyComma(tree, base + entry.span.end, base + next.span.start, tally);
  }
  const oneLine = !isBroken(text, start, base + map.span.end);
  if (map.entries.length === 1 && /^(Ref$|Fn::)/.test(first.key.text)) count(tally.calls, oneLine);
  if (oneLine) count(tally.padding, text[start + 1] === ' ');
  const key = base + first.span.start;
  // In YAML the lines in brackets say nothing of how blocks are indented.
  if (tree.language === 'yaml' || !beginsLine(text, key)) return;
  const outer = indentOf(text, start);
  const inner = text.slice(lineStart(text, key), key);
  if (inner.startsWith(outer) && inner.length > outer.length) count(tally.indents, inner.slice(outer.length));
}

/** Notes the colon behind a key, unless the value is on the next line. */
function surveyColon(text: string, keyEnd: number, tally: Tally): void {
  const colon = /[ \t]*:[ \t]*(?=[^\s])/y;
  colon.lastIndex = keyEnd;
  const [found] = colon.exec(text) ?? [];
  if (found !== undefined) count(tally.colons, found);
}

function surveyList(tree: SyntaxTree, list: ListNode, parent: SyntaxNode | undefined, tally: Tally): void {
  for (const item of list.items) survey(tree, item, list, tally);
  if (list.style !== 'flow' || list.items.length === 0) return;
  const extents = list.items.map((item) => extentOf(tree, item));
  extents.slice(1).forEach((extent, index) => {
    surveyComma(tree, extents[index]?.end ?? 0, extent.start, tally);
  });
  // How a list in `Fn::Join` is laid out says little of how the author lays out lists.
  const isArgument = parent?.kind === 'map' && parent.entries[0]?.key.text.startsWith('Fn::');
  if (isArgument || !list.items.every((item) => item.kind === 'scalar')) return;
  const { start, end } = extentOf(tree, list);
  count(tally.lists, !isBroken(tree.text, start, end));
}

function surveyComma(tree: SyntaxTree, from: number, to: number, tally: Tally): void {
  const comma = skipTrivia(tree.text, from);
  const between = tree.text.slice(comma, to);
  if (/^,[ \t]*$/.test(between)) count(tally.commas, between);
}

function count<T>(tally: Map<T, number>, value: T): void {
  tally.set(value, (tally.get(value) ?? 0) + 1);
}

/** What was seen most often, of equals the first. */
function most<T>(tally: ReadonlyMap<T, number>, fallback: T): T {
  let best = fallback;
  let times = 0;
  for (const [value, seen] of tally) {
    if (seen > times) {
      best = value;
      times = seen;
    }
  }
  return best;
}
