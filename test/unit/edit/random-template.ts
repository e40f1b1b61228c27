import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** Plain data: what a template says, intrinsic functions in long form. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** Numbers from a seed (mulberry32), so that a failure can be run again. */
export function createDice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability: number) => next() < probability,
    pick<T>(choices: readonly T[]): T {
      return choices[below(choices.length)] as T;
    },
  };
}

export type Dice = ReturnType<typeof createDice>;

const words = [
  'x',
  'yes',
  '012',
  'a: b',
  'x #y',
  "it's",
  '',
  '*',
  '2012-10-17',
  'a, b',
  '{{r}}',
  'line\nline\n',
  'kept\n\n',
  'a\n\n  b',
  '10.0.0.0/8',
];
const names = ['A', 'B', 'C', 'D', 'E', 'on', 'a b'];

function randomScalar(dice: Dice): Plain {
  const kind = dice.below(10);
  if (kind < 6) return dice.pick(words);
  return kind < 8 ? dice.below(1000) : dice.chance(0.5);
}

export function randomValue(dice: Dice, depth: number): Plain {
  const kind = dice.below(depth <= 0 ? 4 : 10);
  if (kind < 3) return randomScalar(dice);
  if (kind === 3) return { Ref: dice.pick(['X', 'AWS::Region']) };
  if (kind === 4) return { 'Fn::If': ['Cond', randomValue(dice, depth - 1), { Ref: 'AWS::NoValue' }] };
  if (kind < 7) return Array.from({ length: dice.below(4) }, () => randomValue(dice, depth - 1));
  return randomMap(dice, depth);
}

function randomMap(dice: Dice, depth: number): Plain {
  const entries = Array.from(
    { length: dice.below(4) },
    () => [dice.pick(names), randomValue(dice, depth - 1)] as const,
  );
  return Object.fromEntries(entries);
}

export function randomTemplate(dice: Dice): Plain {
  const ids = ['R1', 'R2', 'R3'].slice(0, 1 + dice.below(3));
  const resources = ids.map((id) => [
    id,
    { Type: 'T', ...(dice.chance(0.8) ? { Properties: randomMap(dice, 4) } : {}) },
  ]);
  return { ...(dice.chance(0.3) ? { Description: 'd' } : {}), Resources: Object.fromEntries(resources) };
}

export function isPlainList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isPlainMap(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** JSON, each bracket laid out by chance. */
export function writeJson(value: Plain, dice: Dice): string {
  const unit = dice.pick(['  ', '    ', '\t', ' ']);
  const comma = dice.pick([',', ', ']);
  const colon = dice.pick([':', ': ', ' : ']);
  const spread = dice.pick([0, 0.5, 0.9, 1]);
  const write = (inner: Plain, indent: string): string => {
    if (typeof inner !== 'object') return JSON.stringify(inner);
    const isSpread = dice.chance(spread);
    const deeper = indent + unit;
    const parts = isPlainList(inner)
      ? inner.map((item) => write(item, isSpread ? deeper : indent))
      : Object.entries(inner).map(
          ([key, item]) => `${JSON.stringify(key)}${colon}${write(item, isSpread ? deeper : indent)}`,
        );
    const [open, close] = isPlainList(inner) ? '[]' : '{}';
    if (!isSpread) return open + parts.join(comma) + close;
    return `${open}\n${parts.map((part) => deeper + part).join(',\n')}${parts.length > 0 ? '\n' : ''}${indent}${close}`;
  };
  return finish(write(value, ''), dice);
}

function finish(text: string, dice: Dice): string {
  const ended = dice.chance(0.7) ? `${text}\n` : text;
  return dice.chance(0.2) ? ended.replaceAll('\n', '\r\n') : ended;
}

/** YAML in a style of its own, with comments and blank lines where they may stand. */
export function writeYaml(template: Plain, dice: Dice): string {
  const step = dice.pick([2, 2, 4, 3]);
  const dash = dice.pick([0, step, 2]);
  const quote = dice.pick(["'", '"']);
  const flowness = dice.pick([0, 0.2, 0.5]);
  const short = dice.chance(0.6);
  const noise = dice.pick([0, 0.1, 0.4]);
  let comments = 0;
  // Behind `|+` a blank line would be text.
  let keeps = false;
  const comment = () => `# c${++comments}`;
  const behind = () => (dice.chance(noise) ? ` ${comment()}` : '');
  const between = (column: number) => {
    let lines = '';
    if (keeps) return lines;
    while (dice.chance(noise)) lines += dice.chance(0.5) ? '\n' : `${' '.repeat(column)}${comment()}\n`;
    return lines;
  };

  const scalar = (value: Plain, flow: boolean): string => {
    if (typeof value !== 'string') return String(value);
    if (value.includes('\n')) return JSON.stringify(value);
    const isPlain =
      /^(x|10\.0\.0\.0\/8|T|d|[A-Z]|Cond|R[0-9]|AWS::[A-Za-z]+|a b)$/.test(value) || (!flow && value === 'a, b');
    if (isPlain && dice.chance(0.8)) return value;
    return quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  };
  const flowValue = (value: Plain): string => {
    if (isPlainList(value)) return brackets('[', value.map(flowValue), ']');
    if (!isPlainMap(value)) return scalar(value, true);
    const call = callOf(value);
    if (call && short) return `!${call[0].replace('Fn::', '')} ${flowValue(call[1])}`;
    return brackets(
      '{',
      Object.entries(value).map(([key, item]) => `${scalar(key, true)}: ${flowValue(item)}`),
      '}',
    );
  };
  const brackets = (open: string, parts: readonly string[], close: string): string => {
    if (parts.length === 0) return open + close;
    const trailing = dice.chance(0.2) ? ',' : '';
    const pad = dice.chance(0.3) ? ' ' : '';
    if (!dice.chance(0.2)) return open + pad + parts.join(', ') + trailing + pad + close;
    const indent = ' '.repeat(48);
    const lines = parts.map((part, index) => `${indent}${part}${index < parts.length - 1 ? ',' : trailing}${behind()}`);
    return `${open}${behind()}\n${lines.join('\n')}\n${between(48)}${indent}${close}`;
  };
  const literal = (value: string, column: number): string => {
    keeps = value.endsWith('\n\n');
    const chomp = keeps ? '+' : value.endsWith('\n') ? '' : '-';
    const header = `|${chomp}${behind()}`;
    const lines = value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => (line === '' ? '' : ' '.repeat(column) + line));
    return `${header}\n${lines.join('\n')}\n`;
  };
  /** What stands behind a key or dash at `column`, its line break included. */
  const behindHead = (value: Plain, column: number, inItem: boolean): string => {
    keeps = false;
    const listColumn = inItem ? column + 2 : column + dash;
    if (typeof value === 'string' && value.includes('\n') && dice.chance(0.7))
      return ` ${literal(value, column + step)}`;
    const isEmpty = isPlainList(value) ? value.length === 0 : isPlainMap(value) && Object.keys(value).length === 0;
    if (typeof value !== 'object' || isEmpty || dice.chance(flowness)) return ` ${flowValue(value)}${behind()}\n`;
    if (isPlainList(value)) {
      if (inItem) return ` ${list(value, listColumn).trimStart()}`;
      return `${behind()}\n${between(listColumn)}${list(value, listColumn)}`;
    }
    if (!isPlainMap(value)) return '';
    const call = callOf(value);
    if (call && short && isPlainList(call[1]))
      return ` !${call[0].replace('Fn::', '')}${behind()}\n${list(call[1], listColumn)}`;
    if (call && short) return ` ${flowValue(value)}${behind()}\n`;
    if (inItem) return ` ${map(value, column + 2).trimStart()}`;
    return `${behind()}\n${map(value, column + step)}`;
  };
  const map = (value: { readonly [key: string]: Plain }, column: number): string => {
    const entries = Object.entries(value).map(([key, item], index) => {
      const before = index > 0 ? between(column) : '';
      return `${before}${' '.repeat(column)}${scalar(key, false)}:${behindHead(item, column, false)}`;
    });
    return entries.join('') + (dice.chance(noise / 2) ? `${' '.repeat(column)}${comment()}\n` : '');
  };
  const list = (items: readonly Plain[], column: number): string => {
    const lines = items.map((item, index) => {
      return `${index > 0 ? between(column) : ''}${' '.repeat(column)}-${behindHead(item, column, true)}`;
    });
    return lines.join('');
  };
  const body = isPlainMap(template) ? map(template, 0) : '';
  const head = (dice.chance(0.2) ? '\ufeff' : '') + (dice.chance(noise) ? `${comment()}\n` : '');
  return keeps ? head + body : finish(head + body.replace(/\n$/, ''), dice);
}

function callOf(value: { readonly [key: string]: Plain }): readonly [string, Plain] | undefined {
  const [first] = Object.entries(value);
  return first && Object.keys(value).length === 1 && /^(Ref|Fn::If)$/.test(first[0]) ? first : undefined;
}

/** What a text says, read by a YAML library that knows nothing of Remit. */
export function readPlain(text: string): Plain {
  const document = parseDocument(text.replace(/^\ufeff/, ''), { uniqueKeys: true, logLevel: 'silent' });
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
  return plainOf(document.contents);
}

function plainOf(node: unknown): Plain {
  const content = contentOf(node);
  const tag = (node as Node & { tag?: string }).tag;
  if (!tag?.startsWith('!') || tag.startsWith('!!')) return content;
  return { [tag === '!Ref' ? 'Ref' : `Fn::${tag.slice(1)}`]: content };
}

function contentOf(node: unknown): Plain {
  if (isScalar(node)) return node.value as Plain;
  if (isSeq(node)) return node.items.map(plainOf);
  if (!isMap(node)) throw new Error('what is this?');
  return Object.fromEntries(
    node.items.map(({ key, value }) => [String((key as { value: unknown }).value), plainOf(value)]),
  );
}
