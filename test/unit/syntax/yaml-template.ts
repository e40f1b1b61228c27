import fc from 'fast-check';

// A value as the lines of block YAML, so that all kinds of nodes stand in all kinds of places.
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

/** Texts with sections of all kinds, in either line ending, with and without something in front. */
export const yamlTemplate = fc
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
