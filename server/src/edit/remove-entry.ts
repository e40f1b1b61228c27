import type { SyntaxTree } from '#syntax';
import type { Span } from '#text';
import { dashOf } from './insert-in-block.ts';
import { commaBehind, flowChildren } from './insert-in-flow.ts';
import {
  baseOf,
  beginsLine,
  columnOf,
  contentEnd,
  endOfBlankLines,
  extentOf,
  isBlankLine,
  isBroken,
  keepsBlankLines,
  lineBefore,
  lineEnd,
  lineStart,
  nextLine,
  skipBlanks,
  skipTrivia,
} from './layout.ts';
import type { ParentSite, Site } from './site.ts';
import { onLine, type Splice } from './splice.ts';

/**
 * Takes entries or items out of their map or list, of which at least one stays. In block YAML the comment lines directly above
 * that stand at the same column, those within, and the comment behind go with it.
 */
export function removeChildren(
  tree: SyntaxTree,
  parent: ParentSite,
  gone: ReadonlySet<number>,
): readonly Splice[] | undefined {
  if (tree.language === 'json' || parent.node.style === 'flow')
    return removeFromFlow(tree.text, flowChildren(tree, parent.node), gone);
  const splices: Splice[] = [];
  for (const index of gone) {
    const entry = entryAt(tree, parent, index);
    if (!entry) return undefined;
    const next = gone.has(index + 1) ? undefined : entryAt(tree, parent, index + 1);
    const above = gone.has(index - 1) ? undefined : entryAt(tree, parent, index - 1);
    splices.push(...removeLines(tree, entry, next?.start, above?.keeps ?? false));
  }
  return merged(splices);
}

/** Takes a whole block of lines out: a section, or an entry of one. */
export function removeBlockEntry(tree: SyntaxTree, site: Site): readonly Splice[] | undefined {
  if (!site.key) return undefined;
  const start = baseOf(tree, site.key.block) + site.key.span.start;
  const entry = { start, end: contentEnd(tree, site.node), keeps: keepsBlankLines(tree, site.node) };
  const above = tree.blocks[tree.blocks.indexOf(site.node.block) - 1]?.value;
  return removeLines(tree, entry, undefined, above !== undefined && keepsBlankLines(tree, above));
}

interface BlockEntry extends Span {
  /** Whether it ends in blank lines that are part of its value. */
  readonly keeps: boolean;
}

function entryAt(tree: SyntaxTree, { node }: ParentSite, index: number): BlockEntry | undefined {
  const value = node.kind === 'map' ? node.entries[index]?.value : node.items[index];
  if (!value) return undefined;
  const start =
    node.kind === 'map' ? baseOf(tree, node.block) + (node.entries[index]?.span.start ?? 0) : dashOf(tree, node, index);
  return start === undefined ? undefined : { start, end: contentEnd(tree, value), keeps: keepsBlankLines(tree, value) };
}

/** `textAbove`: whether the blank lines above are part of the value that ends there. */
function removeLines(
  tree: SyntaxTree,
  entry: BlockEntry,
  next: number | undefined,
  textAbove: boolean,
): readonly Splice[] {
  const { text } = tree;
  const column = columnOf(text, entry.start);
  const lastLine = endOfDeepComments(text, entry.end, column);
  const end = entry.keeps ? endOfBlankLines(text, entry.end) : nextLine(text, lastLine);
  if (!beginsLine(text, entry.start)) {
    return [{ start: entry.start, end: startOfNext(text, entry, end, next), text: '', depth: onLine }];
  }
  let start = startWithComments(text, lineStart(text, entry.start), column);
  const closesGap = !textAbove && (end >= text.length || isBlankLine(text, end));
  let above = lineBefore(text, start);
  while (closesGap && above !== undefined && isBlankLine(text, above)) {
    start = above;
    above = lineBefore(text, start);
  }
  const needsBreak = textAbove && end === lineEnd(text, lastLine);
  if (entry.keeps || above === undefined || needsBreak) return [{ start, end, text: '', depth: onLine }];
  // The break before the lines goes rather than the one behind them: new lines of the map around it follow the latter.
  const stop = lineEnd(text, lastLine);
  const lines: Splice = { start: lineEnd(text, above), end: stop, text: '', depth: onLine };
  if (!textAbove) return [lines];
  // The blank lines below would become part of the text above.
  const below = lineBefore(text, endOfBlankLines(text, lastLine)) ?? stop;
  return [lines, { start: stop, end: Math.max(stop, lineEnd(text, below)), text: '', depth: onLine }];
}

/** For an entry that shares its line with the dash before it: the next one moves up. */
function startOfNext(text: string, entry: BlockEntry, end: number, next: number | undefined): number {
  if (next === undefined) return lineEnd(text, entry.end);
  const comment = skipBlanks(text, end);
  return text[comment] === '#' ? comment : next;
}

/** The start of the comment lines directly above a line that stand at a column. */
function startWithComments(text: string, line: number, column: number): number {
  let start = line;
  for (let above = lineBefore(text, start); above !== undefined; above = lineBefore(text, start)) {
    const first = skipBlanks(text, above);
    if (text[first] !== '#' || first - above !== column) return start;
    start = above;
  }
  return start;
}

/** Behind the comment lines that follow an entry and are indented deeper than it. */
function endOfDeepComments(text: string, end: number, column: number): number {
  let last = end;
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const first = skipBlanks(text, at);
    if (text[first] !== '#' || first - at <= column) return last;
    last = first;
  }
  return last;
}

/** Takes children out of a flow collection, each with one comma, and with its lines where it has them to itself. */
export function removeFromFlow(text: string, children: readonly Span[], gone: ReadonlySet<number>): readonly Splice[] {
  const splices: Splice[] = [];
  // With the last child goes the comma before it, unless one follows it.
  const lastKept = children.findLastIndex((_, index) => !gone.has(index));
  for (const index of gone) {
    const child = children[index];
    if (!child) continue;
    const comma = commaBehind(text, child.end);
    const end = comma === undefined ? child.end : comma + 1;
    splices.push(
      index < lastKept || comma !== undefined ? cut(text, child.start, end) : cut(text, child.start, child.end),
    );
  }
  const kept = children[lastKept];
  const trailing = children.at(-1);
  if (!kept || !trailing || lastKept === children.length - 1 || commaBehind(text, trailing.end) !== undefined)
    return merged(splices);
  const comma = commaBehind(text, kept.end);
  if (comma === undefined) return merged(splices);
  const next = children[lastKept + 1];
  const isOneLine = next !== undefined && !isBroken(text, comma, next.start);
  return merged([
    ...splices,
    { start: comma, end: isOneLine ? Math.max(comma + 1, next.start) : comma + 1, text: '', depth: onLine },
  ]);
}

/** The cut of a child: with its whole lines where nothing else stands on them, else with the spaces behind it. */
function cut(text: string, start: number, end: number): Splice {
  const lineStop = lineEnd(text, end);
  const rest = skipBlanks(text, end);
  const isComment = text[rest] === '#' && rest > end;
  if (beginsLine(text, start) && (rest >= lineStop || isComment)) {
    return { start: lineStart(text, start), end: nextLine(text, end), text: '', depth: onLine };
  }
  if (isComment || rest >= lineStop) return { start, end: isComment ? lineStop : end, text: '', depth: onLine };
  const next = skipTrivia(text, end);
  const closes = text[next] === '}' || text[next] === ']';
  return { start, end: closes && text[start - 1] !== ' ' ? end : rest, text: '', depth: onLine };
}

/** Cuts that touch or overlap as one. */
function merged(splices: readonly Splice[]): readonly Splice[] {
  const result: Splice[] = [];
  for (const splice of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && splice.start <= last.end) result[result.length - 1] = { ...last, end: Math.max(last.end, splice.end) };
    else result.push(splice);
  }
  return result;
}

/** The extent of a block's key and value in flow. */
export function memberSpan(tree: SyntaxTree, site: Site): Span | undefined {
  if (!site.key) return undefined;
  return { start: baseOf(tree, site.key.block) + site.key.span.start, end: extentOf(tree, site.node).end };
}
