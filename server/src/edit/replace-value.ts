import type { MapNode, SyntaxTree } from '#syntax';
import type { Span } from '#text';
import { itemText, valueText } from './block-text.ts';
import { isList, isMap } from './data.ts';
import { behindLine, dashOf, depthOfItems, insertLines, keyColumn, stepsNear } from './insert-in-block.ts';
import { dialectAt, flowValue, spreadIndent } from './insert-in-flow.ts';
import type { Fragment } from './intent.ts';
import {
  baseOf,
  columnOf,
  endOfComments,
  extentOf,
  indentOf,
  isBroken,
  lineEnd,
  lineStart,
  nextLine,
  skipBlanks,
} from './layout.ts';
import { hasOddKey, isInFlow, type Site } from './site.ts';
import { insertion, onLine, type Splice } from './splice.ts';
import { type Style, styleInPlaceOf } from './style.ts';

/** A new value in place of a node's; comments on its first and last line stay. */
export function replaceValue(
  tree: SyntaxTree,
  site: Site,
  value: Fragment,
  style: Style,
): readonly Splice[] | undefined {
  if (site.key && hasOddKey(tree, site.key)) return undefined;
  const own = isMap(value) || isList(value) ? style : styleInPlaceOf(site.node, style);
  return isInFlow(tree, site) ? replaceInFlow(tree, site, value, own) : replaceInBlock(tree, site, value, own);
}

function replaceInFlow(tree: SyntaxTree, site: Site, value: Fragment, style: Style): readonly Splice[] {
  const { text } = tree;
  const { start, end } = extentOf(tree, site.node);
  const rendered = flowValue(value, style, dialectAt(tree, site), spreadAt(tree, site));
  if (end > start) return [{ start, end, text: rendered, depth: onLine }];
  const before = text.slice(0, start).trimEnd().at(-1);
  const space = text[start - 1] === ' ' ? '' : ' ';
  const gap = before === ':' || !site.key ? space : ': ';
  return [insertion(start, gap + rendered, onLine)];
}

/** The indentation of the line that a value in flow begins on, when its entry or item has the line to itself. */
function spreadAt(tree: SyntaxTree, site: Site): string | undefined {
  const { start, end } = extentOf(tree, site.node);
  const from = site.key ? baseOf(tree, site.key.block) + site.key.span.start : start;
  return spreadIndent(tree, { start: from, end });
}

function replaceInBlock(tree: SyntaxTree, site: Site, value: Fragment, style: Style): readonly Splice[] | undefined {
  const { text } = tree;
  const head = headOf(tree, site);
  if (!head) return undefined;
  const { start, end } = extentOf(tree, site.node);
  const rendered = renderAt(tree, site, head, value, style);
  const lines = behindLine(rendered.lines, style);
  const headEnd = lineEnd(text, head.end);
  const tail = text.slice(end, lineEnd(text, end)).trim();
  const isEmpty = start === end;
  const isBelow = !isEmpty && start > headEnd;
  const deeper = head.column + 1;
  if (isEmpty || end <= headEnd) {
    const at = isEmpty && rendered.lines.length > 0 ? endOfComments(text, head.end, deeper) : headEnd;
    const own = isEmpty ? head.end : rendered.inline === '' ? head.end : start;
    const inline = isEmpty && rendered.inline !== '' ? ` ${rendered.inline}` : rendered.inline;
    return [{ start: own, end, text: inline, depth: onLine }, insertion(at, lines, deeper)];
  }
  if (isBelow && rendered.lines.length === 0 && !isBlockNode(site)) {
    return [{ start, end, text: rendered.inline, depth: onLine }];
  }
  // A comment within the value goes with it when another follows: on one line they would be one.
  const inner = isBelow || tail !== '' ? undefined : commentOn(tree, site, start, headEnd);
  const shown = start + text.slice(start, inner?.start ?? headEnd).trimEnd().length;
  const first: Splice = isBelow
    ? insertion(head.end, rendered.inline === '' ? '' : ` ${rendered.inline}`, onLine)
    : {
        start: rendered.inline === '' ? head.end : start,
        end: inner ? shown : headEnd,
        text: rendered.inline,
        depth: onLine,
      };
  if (tail === '') return [first, { start: headEnd, end, text: lines, depth: deeper }];
  // The comment behind the value stays on a line of its own where the key's line has one already.
  const rest = isBelow ? { start, end: skipBlanks(text, end) } : { start: headEnd, end };
  return [first, { ...rest, text: '', depth: deeper }, insertion(lineEnd(text, end), lines, deeper)];
}

function isBlockNode({ node }: Site): boolean {
  return (node.kind === 'map' || node.kind === 'list') && node.style === 'block';
}

interface Head {
  /** Behind the colon of the key, or the dash of the item. */
  readonly end: number;
  /** The column of the key or dash. */
  readonly column: number;
  readonly kind: 'key' | 'dash';
}

function headOf(tree: SyntaxTree, site: Site): Head | undefined {
  const { text } = tree;
  if (site.key) {
    const base = baseOf(tree, site.key.block);
    const colon = skipBlanks(text, base + site.key.span.end);
    if (text[colon] !== ':') return undefined;
    return { end: colon + 1, column: columnOf(text, base + site.key.span.start), kind: 'key' };
  }
  if (site.parent?.node.kind !== 'list') return undefined;
  const dash = dashOf(tree, site.parent.node, site.index);
  return dash === undefined ? undefined : { end: dash + 1, column: columnOf(text, dash), kind: 'dash' };
}

function renderAt(tree: SyntaxTree, site: Site, head: Head, value: Fragment, style: Style) {
  const around = site.parent?.node.kind === 'map' ? site.parent.node : undefined;
  const steps = stepsNear(tree, around, style);
  if (head.kind === 'dash') return itemText(value, head.column, steps, style);
  const { node } = site;
  // What stood there before shows best how far its kind is indented.
  const old =
    (node.kind === 'map' || node.kind === 'list') && node.style === 'block' ? extentOf(tree, node) : undefined;
  const step = old ? columnOf(tree.text, old.start) - head.column : undefined;
  const own = {
    map: node.kind === 'map' ? (step ?? steps.map) : steps.map,
    dash: node.kind === 'list' ? (step ?? steps.dash) : steps.dash,
  };
  return valueText(value, head.column, isMap(value) || isList(value) ? own : steps, style);
}

/** The first comment that begins between two offsets of a site's block. */
function commentOn(tree: SyntaxTree, { node }: Site, start: number, end: number): Span | undefined {
  const base = baseOf(tree, node.block);
  const comment = node.block.comments.find(({ span }) => base + span.start >= start && base + span.start < end);
  return comment && { start: base + comment.span.start, end: base + comment.span.end };
}

/** Makes a list of a lone value and new items; the value's own text stays. */
export function wrapValue(
  tree: SyntaxTree,
  site: Site,
  items: readonly Fragment[],
  style: Style,
): readonly Splice[] | undefined {
  if (!site.key || hasOddKey(tree, site.key)) return undefined;
  return isInFlow(tree, site) ? wrapInFlow(tree, site, items, style) : wrapInBlock(tree, site, items, style);
}

function wrapInFlow(tree: SyntaxTree, site: Site, items: readonly Fragment[], style: Style): readonly Splice[] {
  const { start, end } = extentOf(tree, site.node);
  const isSpread = tree.language === 'json' && isBroken(tree.text, start, end);
  const spread = isSpread ? indentOf(tree.text, start) : undefined;
  const dialect = dialectAt(tree, site);
  const added = items.map((item) => style.comma + flowValue(item, style, dialect, spread)).join('');
  return [insertion(start, '[', onLine), insertion(end, `${added}]`, 0)];
}

function wrapInBlock(
  tree: SyntaxTree,
  site: Site,
  items: readonly Fragment[],
  style: Style,
): readonly Splice[] | undefined {
  const { text } = tree;
  const { node } = site;
  const head = headOf(tree, site);
  if (!head) return undefined;
  const steps = stepsNear(tree, site.parent?.node.kind === 'map' ? site.parent.node : undefined, style);
  const column = head.column + steps.dash;
  const added = valueText(items, head.column, steps, style).lines;
  const { start, end } = extentOf(tree, node);
  const dash = `${' '.repeat(column)}- `;
  if (node.kind === 'map' && node.style === 'block') {
    return [
      ...indentLines(tree, node, column + 2, dash),
      ...insertLines(tree, node, column, added, style, depthOfItems(column)),
    ];
  }
  if (!canFollowDash(text, start, end, column)) return undefined;
  const isBelow = isBroken(text, head.end, start);
  const before = isBelow ? lineStart(text, start) : head.end;
  return [
    { start: before, end: start, text: isBelow ? dash : style.lineBreak + dash, depth: onLine },
    ...insertLines(tree, node, column, added, style, depthOfItems(column)),
  ];
}

/** Whether the lines on which a value goes on are deeper than a dash at `column`, and not counted from the key (`|2`). */
function canFollowDash(text: string, start: number, end: number, column: number): boolean {
  if (/^[|>][-+]?[0-9]/.test(text.slice(start, start + 3))) return false;
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    const first = skipBlanks(text, at);
    if (first < lineEnd(text, at) && first - at <= column) return false;
  }
  return true;
}

/** Moves the lines of a block map so that its keys stand at `column`, the first behind `dash`. */
function indentLines(tree: SyntaxTree, map: MapNode, column: number, dash: string): readonly Splice[] {
  const { text } = tree;
  const { start, end } = extentOf(tree, map);
  const shift = column - keyColumn(tree, map);
  const splices: Splice[] = [{ start: lineStart(text, start), end: start, text: dash, depth: onLine }];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    const first = skipBlanks(text, at);
    if (first >= lineEnd(text, at)) continue;
    if (shift > 0) splices.push(insertion(at, ' '.repeat(shift), onLine));
    else splices.push({ start: at, end: Math.min(first, at - shift), text: '', depth: onLine });
  }
  return splices;
}
