import { describe, expect, it } from 'vitest';
import { append, fix, remove, set, type Wish } from './under-test.ts';

function check(before: string, wish: Wish | readonly Wish[], after: string | undefined): void {
  expect(fix(before, ...(typeof wish === 'function' ? [wish] : wish))).toBe(after);
}

const template = { Resources: { B: { Type: 'AWS::S3::Bucket' } } };
const withVersioning = {
  Resources: {
    B: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
  },
};
const versioning = set('Resources.B|Properties.VersioningConfiguration.Status', 'Enabled');

describe('a property is set in JSON', () => {
  it.each([2, 4, '\t'])('indents by %j as the file does', (indent) => {
    check(JSON.stringify(template, undefined, indent), versioning, JSON.stringify(withVersioning, undefined, indent));
  });

  it('keeps a file on its one line', () => {
    check(JSON.stringify(template), versioning, JSON.stringify(withVersioning));
  });

  it('ends lines as the file does and works behind a byte order mark', () => {
    const crlf = (value: unknown) => `\ufeff${JSON.stringify(value, undefined, 2).replaceAll('\n', '\r\n')}\r\n`;
    check(crlf(template), versioning, crlf(withVersioning));
  });

  it('fills empty braces over several lines', () => {
    check(
      '{\n  "Resources": {\n    "B": {\n      "Properties": {}\n    }\n  }\n}',
      set('Resources.B|Properties.A', [1, 2]),
      '{\n  "Resources": {\n    "B": {\n      "Properties": {\n        "A": [1, 2]\n      }\n    }\n  }\n}',
    );
  });

  it('replaces null', () => {
    check(
      '{"Resources": {"B": {"Properties": null}}}',
      set('Resources.B|Properties.A', 1),
      '{"Resources": {"B": {"Properties": {"A": 1}}}}',
    );
  });

  it('puts spaces round the colon where the file does', () => {
    check(
      '{\n "Resources" : {\n  "B" : {\n   "Type" : "T"\n  }\n }\n}\n',
      set('Resources.B|Properties.A', { Ref: 'P' }),
      '{\n "Resources" : {\n  "B" : {\n   "Type" : "T",\n   "Properties" : {\n    "A" : { "Ref" : "P" }\n   }\n  }\n }\n}\n',
    );
  });

  it('adds on the line where entries share it', () => {
    check(
      '{\n  "Resources": {\n    "B": { "Type": "T", "Properties": { "A": 1 } }\n  }\n}',
      set('Resources.B.Properties|C.D', 'x'),
      '{\n  "Resources": {\n    "B": { "Type": "T", "Properties": { "A": 1, "C": { "D": "x" } } }\n  }\n}',
    );
  });

  it('writes over AWS::NoValue in a branch', () => {
    check(
      '{"Resources":{"B":{"Properties":{"A":{"Fn::If":["C",{"X":1},{"Ref":"AWS::NoValue"}]}}}}}',
      [set('Resources.B.Properties.A.Fn::If.2|Y', true), set('Resources.B.Properties.A.Fn::If.1|Y', true)],
      '{"Resources":{"B":{"Properties":{"A":{"Fn::If":["C",{"X":1,"Y":true},{"Y":true}]}}}}}',
    );
  });

  it('replaces values of any kind', () => {
    check(
      '{\n  "Resources": {\n    "B": {\n      "A": [\n        1\n      ],\n      "C": "x"\n    }\n  }\n}',
      [set('Resources.B.A', false), set('Resources.B.C', { 'Fn::Sub': 'a"b' })],
      '{\n  "Resources": {\n    "B": {\n      "A": false,\n      "C": {\n        "Fn::Sub": "a\\"b"\n      }\n    }\n  }\n}'.replace(
        '{\n        "Fn::Sub": "a\\"b"\n      }',
        '{ "Fn::Sub": "a\\"b" }',
      ),
    );
  });

  it('appends to lists, empty, missing and lone values', () => {
    check(
      '{\n  "R": 1,\n  "Resources": {\n    "B": {\n      "A": [\n        1\n      ],\n      "C": [],\n      "D": "x",\n      "E": ["a"]\n    }\n  }\n}',
      [
        append('Resources.B.A', 2),
        append('Resources.B.C', 'c'),
        append('Resources.B.D', 'y'),
        append('Resources.B.E', 'b'),
        append('Resources.B|F.G', 'f'),
      ],
      '{\n  "R": 1,\n  "Resources": {\n    "B": {\n      "A": [\n        1,\n        2\n      ],\n      "C": [\n        "c"\n      ],\n      "D": ["x", "y"],\n      "E": ["a", "b"],\n      "F": {\n        "G": [\n          "f"\n        ]\n      }\n    }\n  }\n}',
    );
  });

  it('removes entries and items with their comma', () => {
    const list = (items: string) => `{"Resources": {"B": {"A": ${items}, "Z": 1}}}`;
    check(list('[1, 2, 3]'), remove('Resources.B.A.0'), list('[2, 3]'));
    check(list('[1, 2, 3]'), remove('Resources.B.A.1'), list('[1, 3]'));
    check(list('[1, 2, 3]'), remove('Resources.B.A.2'), list('[1, 2]'));
    check(list('[1, 2, 3]'), [remove('Resources.B.A.1'), remove('Resources.B.A.2')], list('[1]'));
    check(list('[1, 2, 3]'), [remove('Resources.B.A.0'), remove('Resources.B.A.2')], list('[2]'));
    check(list('[1]'), remove('Resources.B.A.0'), '{"Resources": {"B": {"Z": 1}}}');
    check(list('{"X": 1}'), remove('Resources.B.A.X'), list('{}'));
  });

  it('removes the lines of an entry', () => {
    check(
      '{\n  "Resources": {\n    "B": {\n      "A": 1,\n      "C": {\n        "D": 1\n      },\n      "E": 1\n    }\n  }\n}',
      remove('Resources.B.C'),
      '{\n  "Resources": {\n    "B": {\n      "A": 1,\n      "E": 1\n    }\n  }\n}',
    );
    check(
      '{\n  "Resources": {\n    "B": {\n      "A": 1,\n      "C": 1\n    }\n  }\n}',
      remove('Resources.B.C'),
      '{\n  "Resources": {\n    "B": {\n      "A": 1\n    }\n  }\n}',
    );
  });

  it('removes a resource', () => {
    const of = (...names: readonly string[]) => {
      const entries = names.map((name) => [name, { Type: 'T' }] as const);
      return JSON.stringify({ Resources: Object.fromEntries(entries), Outputs: {} }, undefined, 2);
    };
    check(of('A', 'B', 'C'), remove('Resources.B'), of('A', 'C'));
    check(of('A', 'B', 'C'), remove('Resources.C'), of('A', 'B'));
    check(of('A'), remove('Resources.A'), undefined);
  });
});
