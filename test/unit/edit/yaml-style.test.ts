// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes variables.
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { Fragment } from '#edit';
import { fix, set } from './under-test.ts';

function written(value: Fragment, beside = ''): string | undefined {
  const head = `Resources:\n  B:\n    Properties:\n      A: 1\n${beside}`;
  const after = fix(head, set('Resources.B.Properties|Z', value));
  expect(after?.startsWith(head)).toBe(true);
  return after?.slice(head.length).replace(/^ {6}/gm, '').replace(/^Z: ?/, '').replace(/\n$/, '');
}

describe('a string', () => {
  it.each([
    ['yes', "'yes'"],
    ['No', "'No'"],
    ['on', "'on'"],
    ['OFF', "'OFF'"],
    ['y', "'y'"],
    ['true', "'true'"],
    ['null', "'null'"],
    ['~', "'~'"],
    ['', "''"],
    ['012', "'012'"],
    ['0x1F', "'0x1F'"],
    ['1e3', "'1e3'"],
    ['1.5', "'1.5'"],
    ['-1', "'-1'"],
    ['.5', "'.5'"],
    ['1_000', "'1_000'"],
    ['12:30:45', "'12:30:45'"],
    ['123456789012', "'123456789012'"],
    ['2012-10-17', "'2012-10-17'"],
    ['2012-10-17T00:00:00Z', "'2012-10-17T00:00:00Z'"],
    ['*', "'*'"],
    ['!x', "'!x'"],
    ['a: b', "'a: b'"],
    ['a:', "'a:'"],
    ['x #y', "'x #y'"],
    ["it's", "it's"],
    ["'it", "'''it'"],
    [' a', "' a'"],
    ['a ', "'a '"],
    ['a\tb', '"a\\tb"'],
    ['{{resolve:x}}', "'{{resolve:x}}'"],
    ['=', "'='"],
    ['<<', "'<<'"],
    ['---', "'---'"],
    ['@a', "'@a'"],
    ['%a', "'%a'"],
    ['|', "'|'"],
    ['- a', "'- a'"],
    ['s3:GetObject', 's3:GetObject'],
    ['AWS::S3::Bucket', 'AWS::S3::Bucket'],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/*'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['a[b]', 'a[b]'],
    ['TLSv1.2_2021', 'TLSv1.2_2021'],
    ['Größe', 'Größe'],
    ['a\u0085b', '"a\\u0085b"'],
  ])('%j is written so that YAML 1.1 and 1.2 read it as a string', (value, expected) => {
    const text = written(value);
    expect(text).toBe(expected);
    expect(parseDocument(`a: ${text}`, { version: '1.1' }).toJS()).toEqual({ a: value });
    expect(parseDocument(`a: ${text}`, { version: '1.2' }).toJS()).toEqual({ a: value });
    const flow = fix('Resources:\n  B: {A: 1}\n', set('Resources.B|Z', value));
    expect(parseDocument(flow ?? '', { version: '1.1' }).toJS()).toEqual({ Resources: { B: { A: 1, Z: value } } });
  });

  it('takes the quotes that the file takes', () => {
    expect(written('yes', '      B: "x"\n')).toBe('"yes"');
    expect(written("it's \\", '      B: "x"\n')).toBe(JSON.stringify("it's \\"));
  });

  it('is put in single quotes rather than escaped', () => {
    expect(written('{"id":"$context.requestId"}', '      B: "x"\n')).toBe(`'{"id":"$context.requestId"}'`);
  });

  it('is quoted where the file quotes all strings, but keys are not', () => {
    expect(written({ K: 'x', R: { Ref: 'P' } }, "      B: 'b'\n      C: 'c'\n      D: d\n")).toBe(
      "\n  K: 'x'\n  R: !Ref P",
    );
  });

  it('of several lines is a literal block', () => {
    expect(written('a\n  b\n\nc\n')).toBe('|\n  a\n    b\n\n  c');
    expect(written('a\nb')).toBe('|-\n  a\n  b');
    expect(written('a \nb')).toBe('"a \\nb"');
  });
});

describe('an intrinsic function', () => {
  it.each<[Fragment, string]>([
    [{ Ref: 'X' }, '!Ref X'],
    [{ 'Fn::GetAtt': ['A', 'B.C'] }, '!GetAtt A.B.C'],
    [{ 'Fn::Sub': 'arn:${X}' }, "!Sub 'arn:${X}'"],
    [{ 'Fn::Join': ['', ['a', { Ref: 'X' }]] }, "!Join ['', [a, !Ref X]]"],
    [{ 'Fn::If': ['C', { Ref: 'X' }, { Ref: 'AWS::NoValue' }] }, '!If [C, !Ref X, !Ref AWS::NoValue]'],
    [{ 'Fn::If': ['C', { A: 'b' }, [1]] }, '!If\n  - C\n  - A: b\n  - - 1'],
    [{ 'Fn::Base64': { 'Fn::Sub': 'x' } }, "\n  Fn::Base64: !Sub 'x'"],
    [{ 'Fn::Sub': ['${A}', { A: { Ref: 'X' } }] }, '!Sub\n  - ${A}\n  - A: !Ref X'],
    [{ 'Fn::Sub': 'a\nb\n' }, '!Sub |\n  a\n  b'],
    [{ A: [{ B: [{ C: 1, D: 2 }] }, [], {}] }, '\n  A:\n    - B:\n        - C: 1\n          D: 2\n    - []\n    - {}'],
  ])('%j is written short', (value, expected) => {
    expect(written(value)).toBe(expected);
  });

  it('is written long where the file writes only long forms', () => {
    expect(written({ A: { Ref: 'X' } }, '      B:\n        Ref: Y\n')).toBe('\n  A:\n    Ref: X');
  });
});
