import type { Block, Section, SyntaxTree } from '#syntax';
import type { Span } from '#text';
import { mapLines } from './block-text.ts';
import { flowEntry, flowText, spreadText } from './flow-text.ts';
import { behindLine, insertLines } from './insert-in-block.ts';
import { insertBehind } from './insert-in-flow.ts';
import {
  baseOf,
  beginsLine,
  columnOf,
  contentEnd,
  endOfComments,
  extentOf,
  indentOf,
  isBlankLine,
  lineBefore,
  lineStart,
  nextLine,
  skipBlanks,
  skipTrivia,
} from './layout.ts';
import type { Addition } from './plan.ts';
import { insertion, onLine, type Splice } from './splice.ts';
import type { Style } from './style.ts';

/** The splices for new entries of sections; undefined when a section stands twice or Resources is missing. */
export function addEntries(
  tree: SyntaxTree,
  additions: readonly Addition[],
  style: Style,
): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  for (const name of ['Parameters', 'Resources'] as const) {
    const own = additions.filter((addition) => addition.section === name);
    if (own.length === 0) continue;
    const [section, second] = tree.sections.filter((other) => other.name === name);
    if (second) return undefined;
    const added = section ? addToSection(tree, section, own, style) : addSection(tree, name, own, style);
    if (!added) return undefined;
    splices.push(...added);
  }
  return splices;
}

function addToSection(
  tree: SyntaxTree,
  section: Section,
  additions: readonly Addition[],
  style: Style,
): readonly Splice[] | undefined {
  const entries = section.entries ?? [];
  if (entries.length === 0) return fillSection(tree, section, additions, style);
  const splices: Splice[] = [];
  for (const before of new Set(additions.map((addition) => precedingEntry(entries, addition)))) {
    if (!before?.value || !before.key) return undefined;
    const own = additions.filter((addition) => precedingEntry(entries, addition) === before);
    splices.push(...insertEntries(tree, entries, before, own, style));
  }
  return splices;
}

/** The entry a new one follows. */
export function precedingEntry(entries: readonly Block[], { after }: Addition): Block | undefined {
  return entries.findLast((entry) => after !== undefined && entry.key?.text === after) ?? entries.at(-1);
}

function insertEntries(
  tree: SyntaxTree,
  entries: readonly Block[],
  before: Block,
  additions: readonly Addition[],
  style: Style,
): readonly Splice[] {
  const span = entrySpan(tree, before);
  const isApart = areApart(tree, entries);
  if (tree.language === 'json' || !before.value) {
    return insertMembers(tree, span, before === entries.at(-1), additions, style, isApart);
  }
  const first = entrySpan(tree, entries[0] ?? before);
  const column = columnOf(tree.text, first.start);
  const value = entries.find((entry) => entry.value?.kind === 'map' && entry.value.style === 'block');
  const map = value?.value
    ? columnOf(tree.text, extentOf(tree, value.value).start) - columnOf(tree.text, entrySpan(tree, value).start)
    : 0;
  const steps = { map: map > 0 ? map : style.indent.length, dash: style.dash };
  const lines = additions.flatMap(({ key, body }) => [
    ...(isApart ? [''] : []),
    ...mapLines({ [key]: body }, column, steps, style),
  ]);
  return insertLines(tree, before.value, column, lines, style);
}

function insertMembers(
  tree: SyntaxTree,
  before: Span,
  isLast: boolean,
  additions: readonly Addition[],
  style: Style,
  isApart: boolean,
): readonly Splice[] {
  const content = Object.fromEntries(additions.map(({ key, body }) => [key, body]));
  // Between two members a comma follows already: the new one comes with its own.
  return insertBehind(tree, before, content, style, 'json', isApart, isLast ? tree.text.length : before.end);
}

/** Entries for a section that has its key but none yet. */
function fillSection(
  tree: SyntaxTree,
  section: Section,
  additions: readonly Addition[],
  style: Style,
): readonly Splice[] | undefined {
  const { key } = section;
  if (!key) return undefined;
  const { text } = tree;
  const content = Object.fromEntries(additions.map(({ key: name, body }) => [name, body]));
  const start = baseOf(tree, section.block) + key.span.start;
  const colon = skipBlanks(text, baseOf(tree, section.block) + key.span.end);
  if (text[colon] !== ':') return undefined;
  if (tree.language === 'yaml') {
    const column = columnOf(text, start);
    const lines = mapLines(
      content,
      column + style.indent.length,
      { map: style.indent.length, dash: style.dash },
      style,
    );
    return [insertion(endOfComments(text, colon, column + 1), behindLine(lines, style), column)];
  }
  const open = skipTrivia(text, colon + 1);
  const close = skipTrivia(text, open + 1);
  if (text[open] !== '{' || text[close] !== '}') return undefined;
  const rendered = beginsLine(text, start)
    ? spreadText(content, style, indentOf(text, start))
    : flowText(content, style, 'json');
  return [{ start: open, end: close + 1, text: rendered, depth: onLine }];
}

/** A new section before Resources, and before the comments right above that. */
function addSection(
  tree: SyntaxTree,
  name: string,
  additions: readonly Addition[],
  style: Style,
): readonly Splice[] | undefined {
  const resources = tree.sections.find((section) => section.name === 'Resources');
  if (!resources?.key || name === 'Resources') return undefined;
  const { text } = tree;
  const start = baseOf(tree, resources.block) + resources.key.span.start;
  const content = Object.fromEntries(additions.map(({ key, body }) => [key, body]));
  if (tree.language === 'json') {
    const isOwnLine = beginsLine(text, start);
    const value = isOwnLine ? spreadText(content, style, indentOf(text, start)) : flowText(content, style, 'json');
    const gap = isOwnLine ? `,${style.lineBreak}${indentOf(text, start)}` : style.comma;
    return [insertion(start, flowEntry(name, value, style, 'json') + gap, 0)];
  }
  const column = columnOf(text, start);
  const lines = mapLines({ [name]: content }, column, { map: style.indent.length, dash: style.dash }, style);
  const at = lineAbove(text, lineStart(text, start));
  const above = lineBefore(text, at);
  const isApart = above !== undefined && isBlankLine(text, above);
  return [insertion(at, [...lines, ...(isApart ? [''] : [])].map((line) => line + style.lineBreak).join(''), column)];
}

/** The start of the comment lines directly above a line; of the line itself when they open the file, as a licence does. */
function lineAbove(text: string, line: number): number {
  let start = line;
  for (let above = lineBefore(text, start); above !== undefined; above = lineBefore(text, start)) {
    if (isBlankLine(text, above)) return start;
    if (text[above] !== '#') return text.startsWith('---', above) || text[above] === '%' ? line : start;
    start = above;
  }
  return line;
}

/** Whether blank lines separate most entries; where there is but one, whether those of the other sections are. */
function areApart(tree: SyntaxTree, entries: readonly Block[]): boolean {
  const lists = entries.length > 1 ? [entries] : tree.sections.map((section) => section.entries ?? []);
  let apart = 0;
  let close = 0;
  for (const list of lists) {
    list.slice(1).forEach((entry, index) => {
      const before = list[index];
      if (!before) return;
      if (hasBlankLine(tree.text, entrySpan(tree, before).end, entrySpan(tree, entry).start)) apart++;
      else close++;
    });
  }
  return apart > 0 && apart >= close;
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  const end = Math.min(to, text.length);
  for (let at = nextLine(text, from); at < end; at = nextLine(text, at)) if (isBlankLine(text, at)) return true;
  return false;
}

/** The span of a block's key and value in the text. */
function entrySpan(tree: SyntaxTree, block: Block): Span {
  const base = baseOf(tree, block);
  const start = base + (block.key?.span.start ?? 0);
  return { start, end: block.value ? contentEnd(tree, block.value) : start };
}
