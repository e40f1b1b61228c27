import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, parseTree, spanOf } from '#syntax';
import { valueOfTree } from './describe-tree.ts';

const read = (text: string, language: Language = 'yaml') => valueOfTree(parseTree(text, language));
const errors = (text: string, language: Language = 'yaml') =>
  parseTree(text, language)
    .errors()
    .map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);
const kinds = (text: string, language: Language = 'yaml') =>
  parseTree(text, language).blocks.map(({ kind, key }) => (key ? `${kind} ${key.text}` : kind));

describe('parseTree splits YAML', () => {
  it('into sections and their entries', () => {
    expect(kinds('Parameters:\n  Env:\n    Type: String\nResources:\n  A:\n    Type: X\n  B:\n    Type: Y\n')).toEqual([
      'head',
      'section Parameters',
      'entry Env',
      'section Resources',
      'entry A',
      'entry B',
    ]);
  });

  it('and leaves sections whole whose entries stand for nothing by themselves', () => {
    expect(kinds('Metadata:\n  A:\n    B: 1\nGlobals:\n  Function:\n    Timeout: 3\n')).toEqual([
      'head',
      'section Metadata',
      'section Globals',
    ]);
  });

  it('with the comments right above a key in the block of the key', () => {
    const tree = parseTree(
      'Resources:\n  # remit-ignore s3\n  A:\n    Type: X\n    # of A\n\n  # apart\n\n  # of B\n  B:\n    Type: Y\n',
      'yaml',
    );
    const comments = tree.blocks.map(({ comments: all }) => all.map(({ text }) => text));
    expect(comments).toEqual([[], [], ['# remit-ignore s3', '# of A', '# apart'], ['# of B']]);
  });

  it.each([
    ['a key still without its colon', 'Resources:\n  A:\n    Type: X\n  Buck\n  B:\n    Type: Y\n'],
    ['a key at the left without its colon', 'Resources:\n  A:\n    Type: X\nBuck\n  B:\n    Type: Y\n'],
    ['an unclosed bracket', 'Resources:\n  A:\n    Type: X\n    Other: [a\n  B:\n    Type: Y\n'],
    ['an unclosed quote', 'Resources:\n  A:\n    Type: X\n    Other: "a\n  B:\n    Type: Y\n'],
  ])('so that %s leaves its neighbours alone', (_, text) => {
    expect(read(text)).toMatchObject({ Resources: { A: { Type: 'X' }, B: { Type: 'Y' } } });
    expect(errors(text)).toHaveLength(1);
  });
});

describe('parseTree reads YAML with', () => {
  it.each([
    [
      'a merge key across blocks',
      'Resources:\n  A: &a\n    T: 1\n  B:\n    <<: *a\n',
      { Resources: { A: { T: 1 }, B: { '<<': '*a' } } },
    ],
    [
      'block scalars that hold lines like keys',
      'Resources:\n  A: |\n    B: 1\n    C:\n  D: 2\n',
      { Resources: { A: 'B: 1\nC:\n', D: 2 } },
    ],
    [
      'a bracket that closes at the column of its key',
      'Resources:\n  A: {\n    T: 1\n  }\n  B: 2\n',
      { Resources: { A: { T: 1 }, B: 2 } },
    ],
    [
      'a bracket whose lines stand left of its key',
      'Resources:\n  A:\n    T: {\n"a": 1,\n  "b": 2\n}\n  B: 2\n',
      { Resources: { A: { T: { a: 1, b: 2 } }, B: 2 } },
    ],
    [
      'a quote whose lines stand at the left',
      'Resources:\n  A: "one\ntwo"\n  B: 2\n',
      { Resources: { A: 'one two', B: 2 } },
    ],
    ['explicit keys', 'Resources:\n  ? A\n  : T: 1\n  B: 2\n', { Resources: { A: { T: 1 }, B: 2 } }],
    [
      'lists at the column of their key',
      'Transform:\n- a\n- b\nOutputs:\n  A:\n  - 1\n',
      { Transform: ['a', 'b'], Outputs: { A: [1] } },
    ],
    [
      'a section that is a list',
      'Resources:\n- A\n- B: 1\n  C: 2\nOutputs:\n  - A\n',
      { Resources: ['A', { B: 1, C: 2 }], Outputs: ['A'] },
    ],
    [
      'a section that is null, empty or a map in brackets',
      'Resources: null\nOutputs: {A: 1}\nRules:\n',
      { Resources: null, Outputs: { A: 1 }, Rules: {} },
    ],
    [
      'everything in brackets',
      '{Resources: {A: {T: !Ref x}}, Outputs: {}}',
      { Resources: { A: { T: { '!Ref': 'x' } } }, Outputs: {} },
    ],
    ['a byte order mark', '\ufeffResources:\n  A: 1\n', { Resources: { A: 1 } }],
    [
      'lines that end in CRLF',
      'Resources:\r\n  A: |\r\n    x\r\n    y\r\n  B: 1\r\n',
      { Resources: { A: 'x\ny\n', B: 1 } },
    ],
    ['lines that end in CR alone', 'Resources:\r  A:\r    T: 1\r  B: 2\r', { Resources: { A: { T: 1 }, B: 2 } }],
    ['directives and a document marker', '%YAML 1.2\n---\nResources:\n  A: 1\n...\n', { Resources: { A: 1 } }],
    ['a value on the line of the marker', '--- {Resources: {A: 1}}\n', { Resources: { A: 1 } }],
    [
      'everything indented',
      '  Resources:\n    A: 1\n  Outputs:\n    B: 2\n',
      { Resources: { A: 1 }, Outputs: { B: 2 } },
    ],
    [
      'numbers and words as YAML 1.2 has them',
      'Metadata: [2010-09-09, on, 012, 0x1F, 1.10, ~, "1", !!str 1, 1e3]\n',
      { Metadata: ['2010-09-09', 'on', 12, 31, 1.1, null, '1', '1', 1000] },
    ],
    [
      'tags on maps, lists and nothing',
      'Metadata:\n  A: !If [x, !Ref y, !Ref]\n  B: !Sub\n    - a\n',
      { Metadata: { A: { '!If': ['x', { '!Ref': 'y' }, { '!Ref': null }] }, B: { '!Sub': ['a'] } } },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(errors(text)).toEqual([]);
  });

  it('the text of a number as it is written', () => {
    const [section] = parseTree('Description: 012\n', 'yaml').sections;
    expect(section?.value).toMatchObject({ value: 12, text: '012', style: 'plain' });
  });

  it.each(['', '\n', '# only a comment\n', '---\n', '%YAML 1.2\n---\n', '- a\n- b\n', '\ufeff'])(
    'nothing in %j, and no error',
    (text) => {
      expect(read(text)).toEqual({});
      expect(errors(text)).toEqual([]);
      expect(parseTree(text, 'yaml').blockAt(0)).toBeDefined();
    },
  );
});

describe('parseTree points at', () => {
  it.each([
    ['yaml', 'Resources:\n  Buck\n', ['Buck: `Buck` needs a colon: write `Buck:`.']],
    ['yaml', 'Resources:\n  A: 1\n  A: 2\n', ['A: `A` occurs twice in Resources; remove or rename one.']],
    ['yaml', 'Resources\n  A: 1\n', ['Resources: `Resources` needs a colon: write `Resources:`.']],
    ['yaml', 'Resources: &x\n  A:\n    Type: X::Y\n', []],
    ['yaml', 'Resources: !X\n  A:\n    Type: X::Y\n', ['!X: A section takes no tag; remove `!X`.']],
    [
      'yaml',
      'Resources:\n  A:\n    Type: X::Y\nNew:\n  B:\n    Type: X::Y\n',
      ['New: `New` stands between resources; move it in front of `Resources`, or indent it like them.'],
    ],
    ['yaml', 'Outputs:\n  A: 1\nOutputs:\n  B: 1\n', ['Outputs: The section `Outputs` occurs twice; merge the two.']],
    ['yaml', 'Metadata:\n  A: 1\n  A: 2\n', ['A: The key `A` occurs twice in this map; remove or rename one.']],
    [
      'yaml',
      'Resources:\n  A: *none\n',
      ['*none: There is no anchor `&none` before this alias, or it contains the alias.'],
    ],
    [
      'yaml',
      'Resources:\n  A: 1\n---\nB: 2\n',
      ['---: CloudFormation reads one document only; what follows here is ignored. Remove it.'],
    ],
    [
      'yaml',
      'Resources:\n    A: 1\n  B: 2\n',
      ['B: This does not line up with the keys above it; indent it like them.'],
    ],
    ['yaml', 'Resources:\n\tA:\n\t\tT: 1\n', ['\t: YAML allows no tab as indentation; indent with spaces.']],
    ['yaml', 'Resources:\n  A: "x\n', ['": The quote that opens here is not closed; add a " at the end of the text.']],
    ['yaml', 'Resources:\n  A: [x\n', ['[: The `[` that opens here is not closed; add a `]`.']],
    ['yaml', 'Resources:\n  A: x\0y\n', ['\0: This is not text: there is a NUL character here.']],
    ['json', '{"Resources": {"A": {"T": 1,}}}', [',: JSON allows no comma behind the last value; remove it.']],
    ['json', '{"Resources": {"A": 1,}}', [',: JSON allows no comma behind the last value; remove it.']],
    ['json', '{"Resources": {"A": 1 "B": 2}}', ['"B": A comma is missing in front of this.']],
    [
      'json',
      '{"A": 1 // why\n}',
      ['// why: CloudFormation allows no comments in JSON; remove it, or keep the template in YAML.'],
    ],
    ['json', '{"Resources": {"A": 1, "A": 2}}', ['"A": `A` occurs twice in Resources; remove or rename one.']],
    [
      'json',
      '{\n  "Resources": {\n    "A": {\n    "B": {}\n  }\n}',
      ['{: The `{` that opens here is not closed; add a `}`.'],
    ],
  ] as const)('what is wrong in %s %j', (language, text, expected) => {
    expect(errors(text, language)).toEqual(expected);
  });

  it('no more than a hundred places', () => {
    expect(errors(`Resources:\n${'  x\n'.repeat(500)}`)).toHaveLength(100);
  });

  it('a file too large to analyse, once', () => {
    expect(errors('A: 1\n'.repeat(1_200_000))).toHaveLength(1);
  });
});

describe('parseTree reads JSON', () => {
  const template = { Description: 'd', Resources: { A: { T: [1, true, null, 'é"\n'] }, B: {} }, Outputs: {} };

  it.each([
    ['on many lines', JSON.stringify(template, null, 2)],
    ['on one line', JSON.stringify(template)],
    ['without indentation', JSON.stringify(template, null, 2).replace(/^ +/gm, '')],
    ['with tabs and CRLF', JSON.stringify(template, null, '\t').replaceAll('\n', '\r\n')],
  ])('%s', (_, text) => {
    expect(read(text, 'json')).toEqual(template);
    expect(errors(text, 'json')).toEqual([]);
    expect(kinds(text, 'json').filter((kind) => kind.startsWith('entry'))).toEqual(['entry A', 'entry B']);
  });

  it.each([
    [
      'a missing brace',
      '{\n  "Resources": {\n    "A": {\n      "T": {\n    },\n    "B": {\n      "T": 1\n    }\n  }\n}\n',
    ],
    [
      'a brace too many',
      '{\n  "Resources": {\n    "A": {\n      "T": 1\n    }\n    },\n    "B": {\n      "T": 1\n    }\n  }\n}\n',
    ],
    [
      'a name alone',
      '{\n  "Resources": {\n    "A": {\n      "T": 1\n    },\n    "Buck"\n    "B": {\n      "T": 1\n    }\n  }\n}\n',
    ],
    [
      'an unclosed quote',
      '{\n  "Resources": {\n    "A": {\n      "T": "x\n    },\n    "B": {\n      "T": 1\n    }\n  }\n}\n',
    ],
  ])('so that %s leaves its neighbours alone', (_, text) => {
    expect(read(text, 'json')).toMatchObject({ Resources: { B: { T: 1 } } });
    expect(errors(text, 'json').length).toBeGreaterThan(0);
  });

  it('as the same values as its YAML twin', () => {
    const yaml = 'Resources:\n  A:\n    N: 1.10\n    B: true\n    L: [x, 2]\n    E: null\n';
    const json = '{"Resources": {"A": {"N": 1.10, "B": true, "L": ["x", 2], "E": null}}}';
    expect(read(json, 'json')).toEqual(read(yaml));
  });
});

describe('parseTree never throws', () => {
  it.each([
    ['brackets in YAML', `A: ${'['.repeat(20_000)}`, 'yaml'],
    ['dashes in YAML', `A:\n${'- '.repeat(20_000)}x`, 'yaml'],
    ['maps in YAML', `A: ${'{a: '.repeat(20_000)}`, 'yaml'],
    ['brackets in JSON', `{"A": ${'['.repeat(20_000)}`, 'json'],
    ['maps in JSON', `{"A": ${'{"a":'.repeat(20_000)}`, 'json'],
  ] as const)('on deeply nested %s', (_, text, language) => {
    const found = errors(text, language);
    expect(found.some((error) => error.includes('nested more than 200 levels'))).toBe(true);
  });

  it.each(['yaml', 'json'] as const)('on any text as %s, and covers it with blocks', (language) => {
    const signs = fc.constantFrom(
      ...'{}[]:,#"\'|>&*!?-%@` \t\n\r\\/.~<=0aZé\0',
      'Resources',
      'Ref',
      '\ud800',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const tree = parseTree(text, language);
        for (const { span } of tree.errors()) {
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        }
        expect(tree.blocks.map((block) => block.text).join('')).toBe(text);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
  });
});

describe('resolveAlias', () => {
  const aliasIn = (text: string) => {
    const tree = parseTree(text, 'yaml');
    const alias = tree.blocks
      .flatMap(({ value }) => (value?.kind === 'map' ? value.entries : []))
      .find(({ value }) => value.kind === 'alias');
    if (alias?.value.kind !== 'alias') throw new Error('no alias');
    const node = tree.resolveAlias(alias.value);
    const span = node && spanOf(tree, node);
    return span && text.slice(span.start, span.end);
  };

  it('finds the last anchor before the alias, in another block', () => {
    expect(aliasIn('Resources:\n  A: &x 1\n  B: &x 2\n  C:\n    D: *x\n  E: &x 3\n')).toBe('2');
  });

  it('is undefined for an alias within its own anchor', () => {
    expect(aliasIn('Resources:\n  A: &x\n    B: *x\n')).toBeUndefined();
  });
});
