import { callOf, isList, isMap } from './data.ts';
import type { Fragment } from './intent.ts';
import type { Style } from './style.ts';
import { quoted, yamlKey, yamlScalar } from './yaml-scalar.ts';

/** `json`: quoted keys and long forms; `yaml`: a flow collection of YAML, with plain words and short forms. */
export type FlowDialect = 'json' | 'yaml';

/** A fragment on one line, as JSON or as a YAML flow collection. */
export function flowText(fragment: Fragment, style: Style, dialect: FlowDialect): string {
  if (isList(fragment)) return `[${fragment.map((item) => flowText(item, style, dialect)).join(style.comma)}]`;
  if (!isMap(fragment)) return scalarText(fragment, style, dialect);
  const short = dialect === 'yaml' && !style.longForms ? shortForm(fragment, style) : undefined;
  if (short !== undefined) return short;
  const entries = Object.entries(fragment).map(([key, value]) =>
    flowEntry(key, flowText(value, style, dialect), style, dialect),
  );
  if (entries.length === 0) return '{}';
  return style.padded ? `{ ${entries.join(style.comma)} }` : `{${entries.join(style.comma)}}`;
}

/** `key: value` for a flow map, the value rendered already. */
export function flowEntry(key: string, value: string, style: Style, dialect: FlowDialect): string {
  const name = dialect === 'json' ? JSON.stringify(key) : yamlKey(key, style, 'flow');
  // Without the space, `a:b` would be one word of YAML.
  const colon = dialect === 'yaml' && !/:\s$/.test(style.colon) ? ': ' : style.colon;
  return `${name}${colon}${value}`;
}

/** A fragment as JSON over several lines; `indent` is the white space of the line it begins on. */
export function spreadText(fragment: Fragment, style: Style, indent: string): string {
  if (fitsOneLine(fragment, style)) return flowText(fragment, style, 'json');
  const inner = indent + style.indent;
  const lines = isList(fragment)
    ? fragment.map((item) => spreadText(item, style, inner))
    : Object.entries(fragment).map(([key, value]) => flowEntry(key, spreadText(value, style, inner), style, 'json'));
  const [open, close] = isList(fragment) ? '[]' : '{}';
  const body = lines.map((line) => style.lineBreak + inner + line).join(',');
  return `${open}${body}${style.lineBreak}${indent}${close}`;
}

function fitsOneLine(fragment: Fragment, style: Style): boolean {
  if (isList(fragment)) return fragment.length === 0 || (style.listsOnOneLine && fragment.every(isScalar));
  if (!isMap(fragment)) return true;
  const call = callOf(fragment);
  if (call) return style.callsOnOneLine && (isScalar(call[1]) || (isList(call[1]) && call[1].every(isScalar)));
  return Object.keys(fragment).length === 0;
}

function isScalar(fragment: Fragment): boolean {
  return typeof fragment !== 'object';
}

/** `!Ref X` and its like; undefined where YAML has no valid short form. */
function shortForm(fragment: Fragment, style: Style): string | undefined {
  const call = callOf(fragment);
  if (!call || !hasShortForm(call)) return undefined;
  const [name, argument] = call;
  return `${shortTag(name)} ${isScalar(argument) ? callScalar(name, argument, style, 'flow') : shortArgument(name, argument, style)}`;
}

function shortArgument(name: string, argument: Fragment, style: Style): string {
  return attributeName(name, argument) ?? flowText(argument, style, 'yaml');
}

/** `!Sub` for `Fn::Sub`. */
export function shortTag(name: string): string {
  return `!${name.replace('Fn::', '')}`;
}

/** The dotted form of a `Fn::GetAtt` whose parts are plain words. */
export function attributeName(name: string, argument: Fragment): string | undefined {
  if (name !== 'Fn::GetAtt' || !isList(argument) || argument.length !== 2) return undefined;
  return argument.every((part) => typeof part === 'string' && /^[A-Za-z0-9.]+$/.test(part))
    ? argument.join('.')
    : undefined;
}

/** A node has one tag, so `!Base64 !Sub x` is no YAML: a function of a function is written long, its argument short. */
export function hasShortForm([, argument]: readonly [string, Fragment]): boolean {
  return !isMap(argument);
}

/** The scalar argument of a short form. Templates of `!Sub` are quoted as authors do. */
export function callScalar(name: string, argument: Fragment, style: Style, context: 'block' | 'flow'): string {
  if (typeof argument !== 'string') return String(argument);
  return name === 'Fn::Sub' ? quoted(argument, style) : yamlKey(argument, style, context);
}

function scalarText(value: Fragment, style: Style, dialect: FlowDialect): string {
  if (typeof value === 'object') return '';
  return dialect === 'json' ? JSON.stringify(value) : yamlScalar(value, style, 'flow');
}
