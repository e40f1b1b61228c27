import { parse } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';

/**
 * The values of a file of parameters, by parameter name. A string says what is wrong with the file. By its name and content it is
 * - JSON: the list that the AWS CLI takes (`[{ "ParameterKey", "ParameterValue" }]`), the `{ "Parameters": {…} }` of CodePipeline,
 *   or a plain object. List values are joined by commas, as CloudFormation writes a CommaDelimitedList;
 * - `samconfig.toml`: the `parameter_overrides` of its `default` environment, of `deploy` before `global`;
 * - text: `Name=value` pairs, or `ParameterKey=Name,ParameterValue=value`, as the command lines of AWS and SAM take them.
 */
export function parseParameterFile(text: string, name = ''): ReadonlyMap<string, string> | string {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (name.endsWith('.toml')) return fromSamConfig(content);
  return /^[[{]/.test(content) || name.endsWith('.json') ? fromJson(content) : fromPairs(content);
}

function fromJson(text: string): ReadonlyMap<string, string> | string {
  const errors: { error: number; offset: number; length: number }[] = [];
  const content: unknown = parse(text, errors);
  if (errors.length > 0) return 'is not JSON';
  if (Array.isArray(content)) return fromList(content);
  if (!isObject(content)) return 'holds neither a list nor an object of parameters';
  return fromObject(isObject(content.Parameters) ? content.Parameters : content);
}

/** AWS SAM developer guide, "AWS SAM CLI configuration file". */
function fromSamConfig(text: string): ReadonlyMap<string, string> | string {
  let config: unknown;
  try {
    config = parseToml(text);
  } catch {
    return 'is not TOML';
  }
  const environment = isObject(config) ? config.default : undefined;
  for (const command of ['deploy', 'global']) {
    const section = isObject(environment) ? environment[command] : undefined;
    const parameters = isObject(section) ? section.parameters : undefined;
    const overrides = isObject(parameters) ? parameters.parameter_overrides : undefined;
    if (typeof overrides === 'string') return fromPairs(overrides);
    if (Array.isArray(overrides)) return fromPairs(overrides.join(' '));
    if (isObject(overrides)) return fromObject(overrides);
  }
  return 'has no parameter_overrides in its default environment';
}

/** Pairs apart by white space; a value with white space is quoted, whole or from the equals sign on. */
function fromPairs(text: string): ReadonlyMap<string, string> | string {
  const values = new Map<string, string>();
  for (const [pair] of text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g)) {
    const plain = pair.replace(/\\?"|'/g, '');
    const long = /^ParameterKey=([^,]*),ParameterValue=(.*)$/s.exec(plain);
    const [name, value] = long ? [long[1], long[2]] : (splitAtEquals(plain) ?? []);
    if (!name || value === undefined) return `has ${pair} where Name=value is expected`;
    values.set(name, value);
  }
  return values.size > 0 ? values : 'holds no parameters';
}

function fromList(items: readonly unknown[]): ReadonlyMap<string, string> | string {
  const values = new Map<string, string>();
  for (const item of items) {
    // The AWS CLI also takes "Name=value" strings.
    const pair = typeof item === 'string' ? splitAtEquals(item) : fromEntry(item);
    if (!pair) return 'has an item without ParameterKey and ParameterValue';
    if (pair[1] !== undefined) values.set(pair[0], pair[1]);
  }
  return values;
}

function splitAtEquals(text: string): readonly [string, string] | undefined {
  const at = text.indexOf('=');
  return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : undefined;
}

function fromEntry(item: unknown): readonly [string, string | undefined] | undefined {
  if (!isObject(item) || typeof item.ParameterKey !== 'string') return undefined;
  if (item.UsePreviousValue === true) return [item.ParameterKey, undefined];
  const value = valueText(item.ParameterValue);
  return value === undefined ? undefined : [item.ParameterKey, value];
}

function fromObject(content: Record<string, unknown>): ReadonlyMap<string, string> | string {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(content)) {
    const text = valueText(value);
    if (text === undefined) return `gives ${name} a value that is no text, number, boolean or list of them`;
    values.set(name, text);
  }
  return values;
}

function valueText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const items = value.map(valueText);
    return items.includes(undefined) ? undefined : items.join(',');
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
