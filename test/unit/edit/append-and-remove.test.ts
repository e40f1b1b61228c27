import { describe, expect, it } from 'vitest';
import { append, fix, remove, type Wish } from './under-test.ts';

const head = 'Resources:\n  B:\n    Properties:\n';
const tail = '      Z: 1 # z\n';

function check(before: string, wish: Wish | readonly Wish[], after: string | undefined): void {
  const wishes = typeof wish === 'function' ? [wish] : wish;
  expect(fix(head + before + tail, ...wishes)).toBe(after === undefined ? undefined : head + after + tail);
}

const item = append('Resources.B.Properties.L', { Key: 'k', Value: { Ref: 'P' } });

describe('an item is appended', () => {
  it.each([
    [
      'a list that is indented',
      '      L:\n        - Key: a\n',
      '      L:\n        - Key: a\n        - Key: k\n          Value: !Ref P\n',
    ],
    [
      'a list that is not',
      '      L:\n      - Key: a\n      # z\n',
      '      L:\n      - Key: a\n      - Key: k\n        Value: !Ref P\n      # z\n',
    ],
    [
      'a list whose comment is deeper',
      '      L:\n      - Key: a\n        # b\n',
      '      L:\n      - Key: a\n        # b\n      - Key: k\n        Value: !Ref P\n',
    ],
    ['a flow list', '      L: [{Key: a}] # l\n', '      L: [{Key: a}, {Key: k, Value: !Ref P}] # l\n'],
    ['an empty list', '      L: [] # l\n', '      L: # l\n        - Key: k\n          Value: !Ref P\n'],
    ['nothing', '      L:\n', '      L:\n        - Key: k\n          Value: !Ref P\n'],
    ['a lone scalar', '      L: a # l\n', '      L:\n        - a # l\n        - Key: k\n          Value: !Ref P\n'],
    [
      'a lone map',
      '      L: # l\n        # a\n        A: |\n          x\n        B: 1 # b\n',
      '      L: # l\n        # a\n        - A: |\n            x\n          B: 1 # b\n        - Key: k\n          Value: !Ref P\n',
    ],
    ['a lone flow map', '      L: {A: 1}\n', '      L:\n        - {A: 1}\n        - Key: k\n          Value: !Ref P\n'],
    [
      'a lone text',
      '      L: | # l\n            a\n',
      '      L:\n        - | # l\n            a\n        - Key: k\n          Value: !Ref P\n',
    ],
    [
      'a lone value below its key',
      '      L: # l\n          a # a\n',
      '      L: # l\n        - a # a\n        - Key: k\n          Value: !Ref P\n',
    ],
    ['AWS::NoValue', '      L: !Ref AWS::NoValue\n', '      L:\n        - Key: k\n          Value: !Ref P\n'],
  ])('to %s', (_, before, after) => {
    check(before, item, after);
  });

  it('makes a list where the key is missing, in the way of the file', () => {
    expect(fix(`${head}      A:\n      - 1\n`, append('Resources.B.Properties|L', 'x'))).toBe(
      `${head}      A:\n      - 1\n      L:\n      - x\n`,
    );
  });

  it('is not appended again', () => {
    check('      L: [{Value: !Ref P, Key: k}]\n', item, '      L: [{Value: !Ref P, Key: k}]\n');
    check(
      '      L:\n        Key: k\n        Value: {Ref: P}\n',
      item,
      '      L:\n        Key: k\n        Value: {Ref: P}\n',
    );
  });

  it.each([
    ['["a", "b"]', '["a", "b", "c"]'],
    ["['a']", "['a', 'c']"],
    ['[a, "b"]', '[a, "b", c]'],
    ['\n        - "a"', '\n        - "a"\n        - "c"'],
    ['\n        - a', '\n        - a\n        - c'],
  ])('in the quotes of %j', (before, after) => {
    check(`      L: ${before}\n`, append('Resources.B.Properties.L', 'c'), `      L: ${after}\n`);
  });

  it('in JSON among JSON', () => {
    check(
      '      L: [{"Key": "a"}]\n',
      append('Resources.B.Properties.L', { Key: { Ref: 'X' } }),
      '      L: [{"Key": "a"}, {"Key": {"Ref": "X"}}]\n',
    );
  });

  it('adds several at once', () => {
    check(
      '      L:\n        - a\n',
      [
        append('Resources.B.Properties.L', 'b'),
        append('Resources.B.Properties.L', 'c'),
        append('Resources.B.Properties.L', 'b'),
      ],
      '      L:\n        - a\n        - b\n        - c\n',
    );
  });

  it('is declined for a lone text that is not deeper than the dash would be', () => {
    check('      L: |\n        a\n', item, undefined);
  });

  it.each(['!Ref X', '!Split [a, b]', '{Ref: X}', '*x', '&x [a]', '!If [C, [a], [b]]'])(
    'is declined for %s',
    (list) => {
      check(`      L: ${list}\n`, item, undefined);
    },
  );
});

describe('an entry is removed', () => {
  it.each([
    ['with the comment above and behind it', '      # about L\n      L: 1 # l\n', ''],
    ['with what is beneath it', '      L:\n        A:\n          - 1\n        # a\n', ''],
    ['with one of the blank lines round it', '      A: 1\n\n      L: 1\n\n', '      A: 1\n\n'],
    [
      'but not the comment of another',
      '      A: 1\n      # about A\n\n      L: 1\n',
      '      A: 1\n      # about A\n\n',
    ],
    [
      'but not the blank lines of a text above it',
      '      A: |+\n        a\n\n      L: 1\n\n',
      '      A: |+\n        a\n\n',
    ],
    ['with its block scalar', '      L: |+\n        a\n\n', ''],
  ])('%s', (_, before, after) => {
    check(before, remove('Resources.B.Properties.L'), after);
  });

  it('leaves braces when it was the only one', () => {
    check('      A:\n        L: 1\n', remove('Resources.B.Properties.A.L'), '      A: {}\n');
  });

  it('takes an emptied list with its key', () => {
    check('      L:\n        - 1\n', remove('Resources.B.Properties.L.0'), '');
  });

  it('removes items and the first entry of an item', () => {
    check(
      '      L:\n        - A: 1\n          # b\n          B: 2\n        # two\n        - two\n        - 3\n',
      [remove('Resources.B.Properties.L.0.A'), remove('Resources.B.Properties.L.1')],
      '      L:\n        - # b\n          B: 2\n        - 3\n',
    );
  });

  it('makes a branch of an Fn::If AWS::NoValue', () => {
    check(
      '      L: !If [C, {A: 1}, 2]\n',
      remove('Resources.B.Properties.L.1'),
      '      L: !If [C, !Ref AWS::NoValue, 2]\n',
    );
    check(
      '      L:\n        Fn::If:\n          - C\n          - - 1\n          - - 2\n',
      remove('Resources.B.Properties.L.Fn::If.2.0'),
      '      L:\n        Fn::If:\n          - C\n          - - 1\n          - Ref: AWS::NoValue\n',
    );
  });

  it.each([
    ['[1, 2, 3]', '1', '[1, 3]'],
    ['[1, 2, 3]', '2', '[1, 2]'],
    ['[1, 2, 3, ]', '2', '[1, 2, ]'],
    [
      '[\n        1, # one\n        2, # two\n        3 # three\n      ]',
      '1',
      '[\n        1, # one\n        3 # three\n      ]',
    ],
    [
      '[\n        1, # one\n        2, # two\n        3 # three\n      ]',
      '2',
      '[\n        1, # one\n        2 # two\n      ]',
    ],
    ['[\n        1,\n        2,\n      ]', '1', '[\n        1,\n      ]'],
  ])('of %j item %s', (before, index, after) => {
    check(`      L: ${before}\n`, remove(`Resources.B.Properties.L.${index}`), `      L: ${after}\n`);
  });

  it.each([
    ['an argument of a function', '      L: !Join [a, b]\n', 'L.1'],
    ['an argument of a long function', '      L:\n        Fn::Join: [a, b]\n', 'L.Fn::Join.1'],
    ['an anchored value', '      L: &a 1\n      M: *a\n', 'L'],
    ['a value that holds an anchor', '      L: [&a 1]\n      M: *a\n', 'L'],
  ])('is declined for %s', (_, before, place) => {
    check(before, remove(`Resources.B.Properties.${place}`), undefined);
  });

  it('changes nothing where nothing is', () => {
    check('', remove('Resources.B.Properties|L.M'), '');
  });
});

it('removes a resource and its comment', () => {
  expect(fix('Resources:\n  # a\n  A:\n    Type: T\n\n  # b\n  B:\n    Type: T\n', remove('Resources.A'))).toBe(
    'Resources:\n\n  # b\n  B:\n    Type: T\n',
  );
  expect(fix('Resources:\n  A:\n    Type: T\n\n  # b\n  B:\n    Type: T', remove('Resources.B'))).toBe(
    'Resources:\n  A:\n    Type: T',
  );
});
