import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, editTree, type Language, parseTree, type SyntaxTree } from '#syntax';
import { applyEdits } from '#text';
import { describeTree } from './describe-tree.ts';

const yaml = `# head
AWSTemplateFormatVersion: "2010-09-09"

Parameters:
  Env:
    Type: String
    Default: dev

Conditions:
  IsProd: !Equals [!Ref Env, prod]

Resources:
  # the data
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "\${Env}-data"   # name
      Tags:
      - Key: a
        Value: 'it''s'

  Other: &other
    Type: AWS::SQS::Queue
    Metadata: {a: [1, 2], b: "x: y"}
  Third:
    <<: *other
    Note: |
      Key: text
       more
Outputs:
  Out:
    Value: !GetAtt Data.Arn
`;

const json = `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Parameters": {
    "Env": { "Type": "String" }
  },
  "Resources": {
    "Data": {
      "Type": "AWS::S3::Bucket",
      "Properties": {
        "BucketName": "a",
        "Tags": [{ "Key": "a", "Value": "b" }]
      }
    },
    "Queue": {
      "Type": "AWS::SQS::Queue"
    }
  },
  "Outputs": {
    "Out": { "Value": { "Ref": "Data" } }
  }
}
`;

const pieces = {
  yaml: [
    '\n',
    '  ',
    ' ',
    ':',
    '-',
    '- ',
    '#',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '|',
    '&a',
    '*a',
    '!Ref ',
    '? ',
    '\t',
    '\r\n',
    '\r',
    '---\n',
    '...\n',
    'X',
    'Foo',
    'Foo:',
    '  Foo:\n',
    '  Foo:\n    Type: X\n',
    'Resources:\n',
    '<<: *other',
  ],
  json: [
    '\n',
    ' ',
    ':',
    ',',
    '"',
    '{',
    '}',
    '[',
    ']',
    '//',
    '/*',
    '*/',
    '\\',
    'X',
    '"Foo"',
    '"Foo": ',
    '"Foo": {},',
    '"Foo": {\n',
    '\n    "Foo": {\n      "Type": "X"\n    },\n',
    '\r\n',
    'null',
    '"Resources": {',
  ],
};

/** An edit somewhere in the text: characters typed or deleted, lines deleted, copied or moved. */
type Step = { readonly at: number; readonly length: number; readonly piece: number; readonly lines: boolean };

const steps = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 60 }),
    ),
    piece: fc.nat(60),
    lines: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

function changeOf(text: string, language: Language, step: Step): Change {
  const at = Math.floor(step.at * text.length);
  if (step.lines && step.length > 0) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const from = text.indexOf('\n', start) + 1 || text.length;
    const end = text.indexOf('\n', from + step.length) + 1 || text.length;
    const moved = text.slice(start, from);
    if (step.piece % 3 === 0) return { span: { start, end: from }, newText: '' };
    if (step.piece % 3 === 1) return { span: { start, end: from }, newText: moved + moved };
    return { span: { start, end }, newText: text.slice(from, end) + moved };
  }
  const piece = pieces[language][step.piece % pieces[language].length] ?? '';
  return { span: { start: at, end: Math.min(text.length, at + step.length) }, newText: step.length > 3 ? '' : piece };
}

function editAll(tree: SyntaxTree, list: readonly Step[]): SyntaxTree {
  return list.reduce((edited, step) => {
    const next = editTree(edited, [changeOf(edited.text, edited.language, step)]);
    expect(describeTree(next)).toEqual(describeTree(parseTree(next.text, next.language)));
    return next;
  }, tree);
}

describe('editTree', { timeout: 60_000 }, () => {
  it.each([
    ['yaml', yaml],
    ['json', json],
    ['json', JSON.stringify(JSON.parse(json))],
    ['yaml', yaml.replaceAll('\n', '\r\n')],
  ] as const)('gives the tree a fresh parse gives, after any edits of %s', (language, text) => {
    fc.assert(
      fc.property(steps, (list) => {
        editAll(parseTree(text, language), list);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 40) },
    );
  });

  it.each([
    ['yaml', yaml],
    ['json', json],
  ] as const)('applies several changes of %s at once, all in offsets of the text before', (language, text) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 12 }),
        fc.nat(60),
        (offsets, piece) => {
          const list = pieces[language];
          const changes = offsets.map((start, index) => ({
            span: { start, end: start },
            newText: list[(piece + index) % list.length] ?? '',
          }));
          const edited = editTree(parseTree(text, language), changes);
          expect(edited.text).toBe(applyEdits(text, changes));
          expect(describeTree(edited)).toEqual(describeTree(parseTree(edited.text, language)));
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  });

  const names = (tree: SyntaxTree) => tree.blocks.map(({ key }) => key?.text);
  const edit = (text: string, language: Language, find: string, newText: string) => {
    const tree = parseTree(text, language);
    const start = text.indexOf(find);
    const next = editTree(tree, [{ span: { start, end: start + find.length }, newText }]);
    return { tree, next, kept: next.blocks.filter((block) => tree.blocks.includes(block)).length };
  };

  it.each([
    ['a value', yaml, 'Env}-data', 'Env}-logs'],
    ['a new key', yaml, '      Tags:', '      Versioning: x\n      Tags:'],
    ['a comment', yaml, '# the data', '# my data'],
    ['an opened quote', yaml, 'AWS::SQS::Queue', '"AWS::SQS::Queue'],
    ['an opened bracket', yaml, 'AWS::SQS::Queue', '[AWS::SQS::Queue'],
    ['a block scalar', yaml, 'Key: text', 'Key: other'],
  ])('makes one new block for %s', (_, text, find, newText) => {
    const { tree, next, kept } = edit(text, 'yaml', find, newText);
    expect(next.blocks).toHaveLength(tree.blocks.length);
    expect(kept).toBe(tree.blocks.length - 1);
  });

  it.each([
    ['yaml', yaml, '  Other:', '  New\n  Other:'],
    ['yaml', yaml, '  Other:', '  New:\n    Type: X\n  Other:'],
    ['json', json, '    "Queue"', '    "New": { "Type": "X" },\n    "Queue"'],
    ['json', json, '    "Queue"', '    "New": {\n    "Queue"'],
    ['json', json, '    "Queue"', '    "New"\n    "Queue"'],
  ] as const)('keeps all blocks of %s when a resource is put between them', (language, text, find, newText) => {
    const { tree, next, kept } = edit(text, language, find, newText);
    expect(kept).toBe(tree.blocks.length);
    expect(next.blocks).toHaveLength(tree.blocks.length + 1);
  });

  const many = {
    Parameters: { Env: { Type: 'String' } },
    Resources: Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E'].map((name) => [
        name,
        { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: 'k' }] } },
      ]),
    ),
    Outputs: { Out: { Value: 'x' } },
  };
  const pretty = JSON.stringify(many, null, 2);
  const oneLine = JSON.stringify(many);
  const resources = Object.keys(many.Resources)
    .map((name) => `  ${name}:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: ${name}\n`)
    .join('');
  const queues = `Parameters:\n  Env:\n    Type: String\nResources:\n${resources}Outputs:\n  Out:\n    Value: x\n`;

  it.each([
    ...['{', '}', '[', ']', '"', '/*', '//', '\\', '"New', '"New":{', '"New":{"Type":"AWS'].flatMap((typed) => [
      ['json', pretty, '    "C"', typed, '    "C"'],
      ['json', pretty, '"Key": "k"', typed, '"Key": "k"'],
    ]),
    ...['{', '}', '[', ']', '"', '\\', '"New', '"New":{', '"New":{"Type":"AWS'].flatMap((typed) => [
      ['json', oneLine, '"C"', typed, '"C"'],
      ['json', oneLine, '"Key":"k"', typed, '"Key":"k"'],
    ]),
    ...['New:\n', 'Metadata:\n', 'X: &a\n', 'X: !Ref\n', 'New\n', '- ', '? '].map((typed) => [
      'yaml',
      queues,
      '  C:',
      typed,
      '  C:',
    ]),
    ...[' &x', ' !X', ' {', ' [', ' "', " '", ' |', ' >', ' *a', ' x'].map((typed) => [
      'yaml',
      queues,
      '\n  A:',
      typed,
      '\n  A:',
    ]),
    ['yaml', queues, 'Resources:', 'Resources', ''],
    ['yaml', queues, '  C:', 'C:', ''],
  ] as [Language, string, string, string, string][])(
    'leaves the other resources of %s alone, and brings the first blocks back (%#)',
    (language, text, find, typed, rest) => {
      const tree = parseTree(text, language);
      const start = text.indexOf(find, text.indexOf('C'));
      const at = start < 0 ? text.indexOf(find) : start;
      const span = { start: at, end: at + find.length };
      const broken = editTree(tree, [{ span, newText: typed + rest }]);
      const lost = tree.blocks.filter((block) => !broken.blocks.includes(block));
      expect(lost.length).toBeLessThan(3);
      const undone = editTree(broken, [{ span: { start: at, end: at + (typed + rest).length }, newText: find }]);
      expect(describeTree(undone)).toEqual(describeTree(tree));
      expect(undone.blocks.filter((block) => !tree.blocks.includes(block)).length).toBe(lost.length);
    },
  );

  it('keeps a block that moves', () => {
    const tree = parseTree('Resources:\n  A:\n    T: 1\n  B:\n    T: 2\n  C:\n    T: 3\n', 'yaml');
    const a = tree.blocks[2]?.text ?? '';
    const start = tree.text.indexOf(a);
    const next = editTree(tree, [
      { span: { start, end: start + a.length }, newText: '' },
      { span: { start: tree.text.length, end: tree.text.length }, newText: a },
    ]);
    expect(names(next)).toEqual([undefined, 'Resources', 'B', 'C', 'A']);
    expect(tree.blocks.slice(3)).toEqual(next.blocks.slice(2, 4));
    expect(next.blocks[2]).toBe(tree.blocks[3]);
    expect(next.startOf(next.blocks[4] ?? tree.blockAt(0))).toBe(next.text.indexOf('  A:'));
  });
});
