import { callOf, isList, isMap } from './data.ts';
import { attributeName, callScalar, flowText, hasShortForm, shortTag } from './flow-text.ts';
import type { Fragment } from './intent.ts';
import type { Style } from './style.ts';
import { yamlKey, yamlScalar } from './yaml-scalar.ts';

/** A value in block YAML: what stands behind its key or dash, and the lines below, indentation included. */
interface BlockText {
  readonly inline: string;
  readonly lines: readonly string[];
}

/** The steps of indentation where a value is written. */
export interface BlockSteps {
  /** From a key to the keys of the map beneath it. */
  readonly map: number;
  /** From a key to the dashes of the list beneath it. */
  readonly dash: number;
}

/** How wide a list in brackets may be before it is written with dashes. */
const widestFlowList = 60;

/** A fragment as the value of a key that stands at `column`; the dashes of a list stand at `dashes`. */
export function valueText(
  fragment: Fragment,
  column: number,
  steps: BlockSteps,
  style: Style,
  dashes = column + steps.dash,
): BlockText {
  const call = style.longForms ? undefined : callOf(fragment);
  if (call && hasShortForm(call)) return callText(call, column, dashes, steps, style);
  if (isList(fragment) && fragment.length > 0) return { inline: '', lines: listLines(fragment, dashes, steps, style) };
  if (isMap(fragment) && Object.keys(fragment).length > 0) {
    return { inline: '', lines: mapLines(fragment, column + steps.map, steps, style) };
  }
  if (typeof fragment === 'string' && isProse(fragment)) return literalText(fragment, column + steps.map);
  return {
    inline: typeof fragment === 'object' ? flowText(fragment, style, 'yaml') : yamlScalar(fragment, style, 'block'),
    lines: [],
  };
}

/** The lines of a map's entries with their keys at `column`. */
export function mapLines(
  fragment: { readonly [key: string]: Fragment },
  column: number,
  steps: BlockSteps,
  style: Style,
): string[] {
  return Object.entries(fragment).flatMap(([key, value]) => {
    const { inline, lines } = valueText(value, column, steps, style);
    return [`${' '.repeat(column)}${yamlKey(key, style, 'block')}:${inline === '' ? '' : ` ${inline}`}`, ...lines];
  });
}

/** The lines of a list's items with their dashes at `column`. */
export function listLines(items: readonly Fragment[], column: number, steps: BlockSteps, style: Style): string[] {
  return items.flatMap((item) => {
    const { inline, lines } = itemText(item, column, steps, style);
    return [`${' '.repeat(column)}-${inline === '' ? '' : ` ${inline}`}`, ...lines];
  });
}

/** A fragment as a list item whose dash stands at `column`: a map or list begins on the dash's own line. */
export function itemText(item: Fragment, column: number, steps: BlockSteps, style: Style): BlockText {
  const { inline, lines } = isPlainMap(item, style)
    ? { inline: '', lines: mapLines(item, column + 2, steps, style) }
    : valueText(item, column, steps, style, column + 2);
  if (inline !== '') return { inline, lines };
  const [first = '', ...rest] = lines;
  return { inline: first.trimStart(), lines: rest };
}

/** Whether a fragment is written as a map: an intrinsic function without a short form is. */
function isPlainMap(item: Fragment, style: Style): item is { readonly [key: string]: Fragment } {
  if (!isMap(item) || Object.keys(item).length === 0) return false;
  const call = style.longForms ? undefined : callOf(item);
  return !call || !hasShortForm(call);
}

function callText(
  [name, argument]: readonly [string, Fragment],
  column: number,
  dashes: number,
  steps: BlockSteps,
  style: Style,
): BlockText {
  const tag = shortTag(name);
  const attribute = attributeName(name, argument);
  if (attribute !== undefined) return { inline: `${tag} ${attribute}`, lines: [] };
  if (typeof argument === 'string' && isProse(argument)) {
    const { inline, lines } = literalText(argument, column + steps.map);
    return { inline: `${tag} ${inline}`, lines };
  }
  if (!isList(argument)) return { inline: `${tag} ${callScalar(name, argument, style, 'block')}`, lines: [] };
  const flow = flowText(argument, style, 'yaml');
  if (flow.length <= widestFlowList && !holdsMap(argument)) return { inline: `${tag} ${flow}`, lines: [] };
  return { inline: tag, lines: listLines(argument, dashes, steps, style) };
}

/** Whether a list holds a map, which in a one-line list is hard to read. */
function holdsMap(items: readonly Fragment[]): boolean {
  return items.some((item) => (isList(item) ? holdsMap(item) : isMap(item) && !isShort(item)));
}

function isShort(item: Fragment): boolean {
  const call = callOf(item);
  return call !== undefined && hasShortForm(call);
}

/** Whether a text of several lines can stand as a literal block scalar. */
function isProse(text: string): boolean {
  return /^[^\s#][^\r]*\n/.test(text) && !/[ \t]\n|\n\n$|[ \t]$/.test(text) && /^[\n\x20-\x7e]*$/.test(text);
}

function literalText(text: string, column: number): BlockText {
  const keepsBreak = text.endsWith('\n');
  const lines = (keepsBreak ? text.slice(0, -1) : text).split('\n');
  return {
    inline: keepsBreak ? '|' : '|-',
    lines: lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)),
  };
}
