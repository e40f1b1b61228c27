import { parse } from 'jsonc-parser';

/**
 * The values of a CloudFormation parameter file, by parameter name: the list that the AWS CLI takes
 * (`[{ "ParameterKey", "ParameterValue" }]`), the `{ "Parameters": {…} }` of CodePipeline, or a plain object. List values are joined
 * by commas, as CloudFormation writes a CommaDelimitedList. A string says what is wrong with the file.
 */
export function parseParameterFile(text: string): ReadonlyMap<string, string> | string {
  const errors: { error: number; offset: number; length: number }[] = [];
  const content: unknown = parse(text.replace(/^\uFEFF/, ''), errors);
  if (errors.length > 0) return 'is not JSON';
  if (Array.isArray(content)) return fromList(content);
  if (!isObject(content)) return 'holds neither a list nor an object of parameters';
  return fromObject(isObject(content.Parameters) ? content.Parameters : content);
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
