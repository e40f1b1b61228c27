import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { parseTree, type SyntaxNode, type SyntaxTree, spanOf } from '#syntax';

/** Generated documents: a value as the lines of block YAML, so that all kinds of nodes stand in all kinds of places. */
const word = fc.constantFrom(
  'a',
  'Type',
  'AWS::S3::Bucket',
  'x y',
  '10',
  'true',
  '1.10',
  'null',
  '~',
  '-1',
  'é',
  'a#b',
  'http://x/y',
);
const scalar = fc.oneof(
  word,
  word.map((text) => `'${text}''s'`),
  word.map((text) => `"${text}\\n\\"\\u00e9"`),
  word.map((text) => `"${text}"`),
  word.map((text) => `!Ref ${text}`),
  fc.constantFrom(
    '!Sub "${a}"',
    '[]',
    '{}',
    '[a, {b: c}, !Ref d]',
    '{a: [1, 2], "b": c}',
    '!GetAZs',
    '',
    '[a,\n          b]',
  ),
);
const key = fc.constantFrom('A', 'Bc', '"q"', "'s t'", 'Fn::If', '10', 'a.b');
const comment = fc.constantFrom('', '', '', '  # why', ' # x: y');

interface Lines {
  readonly inline: string;
  readonly below: readonly string[];
}

const { value } = fc.letrec<{ value: Lines; map: Lines; list: Lines; block: Lines }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar.map((inline) => ({ inline, below: [] })),
    tie('map'),
    tie('list'),
    tie('block'),
  ),
  map: fc.array(fc.tuple(key, tie('value'), comment), { minLength: 1, maxLength: 3 }).map((entries) => ({
    inline: '',
    below: entries.flatMap(([name, { inline, below }, behind]) => [
      `${name}:${inline ? ` ${inline}` : ''}${inline.startsWith('|') || inline.startsWith('>') ? '' : behind}`,
      ...below.map((line) => (line === '' ? '' : `  ${line}`)),
    ]),
  })),
  list: fc.array(tie('value'), { minLength: 1, maxLength: 3 }).map((items) => ({
    inline: '',
    below: items.flatMap(({ inline, below }) => {
      if (inline !== '' || below.length === 0)
        return [`-${inline ? ` ${inline}` : ''}`, ...below.map((line) => (line === '' ? '' : `  ${line}`))];
      const [first = '', ...rest] = below;
      return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))];
    }),
  })),
  block: fc.constantFrom(
    { inline: '|', below: ['a: b', '  more', '', 'end'] },
    { inline: '>-', below: ['folded', 'text', '', '  more', 'end'] },
    { inline: '|+', below: ['kept', '', ''] },
  ),
}));

const template = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('Resources', 'Outputs', 'Metadata', 'Description'), value), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '# head\n\n', '---\n', '\ufeff'),
  )
  .map(([sections, eol, head]) => {
    const lines = sections.flatMap(([name, { inline, below }], index) => [
      `${name}${index}:${inline ? ` ${inline}` : ''}`
        .replace(/^Resources\d/, 'Resources')
        .replace(/^Outputs\d/, 'Outputs'),
      ...below.map((line) => (line === '' ? '' : `  ${line}`)),
    ]);
    return `${head}${lines.join('\n')}\n`.replaceAll('\n', eol);
  });

describe('a tree of blocks', { timeout: 60_000 }, () => {
  it('says what one parse of the whole YAML says, at the same places', () => {
    let compared = 0;
    fc.assert(
      fc.property(template, (text) => {
        const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
        const tree = parseTree(text, 'yaml');
        if (document.errors.length > 0) return;
        compared++;
        expect(ours(tree)).toEqual(theirs(document.contents));
        expect(tree.errors().filter(({ message }) => !message.includes('occurs twice'))).toEqual([]);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

function ours(tree: SyntaxTree): unknown {
  return {
    map: tree.sections.map((section) => [
      section.key && node(tree, section.key),
      section.entries && section.entries.length > 0
        ? {
            map: section.entries.map((block) => [
              block.key && node(tree, block.key),
              block.value && node(tree, block.value),
            ]),
          }
        : section.value
          ? node(tree, section.value)
          : { value: null },
    ]),
  };
}

function node(tree: SyntaxTree, it: SyntaxNode): unknown {
  const tag = it.tag ? { tag: it.tag.name } : {};
  if (it.kind === 'map')
    return { ...tag, map: it.entries.map((entry) => [node(tree, entry.key), node(tree, entry.value)]) };
  if (it.kind === 'list') return { ...tag, list: it.items.map((item) => node(tree, item)) };
  if (it.kind === 'alias') return { alias: it.name };
  const span = spanOf(tree, it);
  if (it.value === null && it.text === '') return { ...tag, value: null };
  const isBlock = it.style === 'literal' || it.style === 'folded';
  return { ...tag, value: it.value, start: span?.start, ...(isBlock ? {} : { end: span?.end }) };
}

function theirs(it: unknown): unknown {
  if (isAlias(it)) return { alias: it.source };
  if (!isMap(it) && !isSeq(it) && !isScalar(it)) return { value: null };
  const tag = it.tag && !it.tag.startsWith('tag:') ? { tag: it.tag } : {};
  if (isMap(it)) return { ...tag, map: it.items.map((pair) => [theirs(pair.key), theirs(pair.value)]) };
  if (isSeq(it)) return { ...tag, list: it.items.map(theirs) };
  // The package reads a tag without a value as an empty text; a template means nothing by it.
  if (it.source === '' && it.type === 'PLAIN') return { ...tag, value: null };
  const isBlock = it.type === 'BLOCK_LITERAL' || it.type === 'BLOCK_FOLDED';
  return { ...tag, value: it.value, start: it.range?.[0], ...(isBlock ? {} : { end: it.range?.[1] }) };
}
