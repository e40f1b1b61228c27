// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes variables.
import { describe, expect, it } from 'vitest';
import { fix, set, type Wish } from './under-test.ts';

const versioning = set('Resources.B|Properties.VersioningConfiguration.Status', 'Enabled');

function check(before: string, wish: Wish | readonly Wish[], after: string | undefined): void {
  expect(fix(before, ...(typeof wish === 'function' ? [wish] : wish))).toBe(after);
}

describe('a property is set in block YAML', () => {
  it('makes Properties and all keys beneath it', () => {
    check(
      'Resources:\n  B:\n    Type: AWS::S3::Bucket\n',
      versioning,
      'Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: Enabled\n',
    );
  });

  it('adds to a file that has no line break at its end', () => {
    check(
      'Resources:\n  B:\n    Type: AWS::S3::Bucket',
      versioning,
      'Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      VersioningConfiguration:\n        Status: Enabled',
    );
  });

  it('fills Properties that are null and keeps the comment behind it', () => {
    check(
      'Resources:\n  B:\n    Type: T\n    Properties: # later\n    DeletionPolicy: Retain\n',
      versioning,
      'Resources:\n  B:\n    Type: T\n    Properties: # later\n      VersioningConfiguration:\n        Status: Enabled\n    DeletionPolicy: Retain\n',
    );
  });

  it('replaces empty braces', () => {
    check(
      'Resources:\n  B:\n    Properties: {} # none\n    Type: T\n',
      versioning,
      'Resources:\n  B:\n    Properties: # none\n      VersioningConfiguration:\n        Status: Enabled\n    Type: T\n',
    );
  });

  it('adds behind the last property and its comments, before the comment on what comes next', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      Name: b # name\n      # Tags: []\n\n  # the queue\n  Q:\n    Type: T\n',
      versioning,
      'Resources:\n  B:\n    Properties:\n      Name: b # name\n      # Tags: []\n      VersioningConfiguration:\n        Status: Enabled\n\n  # the queue\n  Q:\n    Type: T\n',
    );
  });

  it('uses the four spaces of the file', () => {
    check(
      'Resources:\n    B:\n        Properties:\n            Name: b\n',
      versioning,
      'Resources:\n    B:\n        Properties:\n            Name: b\n            VersioningConfiguration:\n                Status: Enabled\n',
    );
  });

  it('does not take its indentation from brackets', () => {
    check(
      'Resources:\n  B: {\n          Type: T\n     }\n  C:\n    Type: T\n    Properties: {\n                 A: 1\n      }\n',
      set('Resources.C|Metadata.X', 1),
      'Resources:\n  B: {\n          Type: T\n     }\n  C:\n    Type: T\n    Properties: {\n                 A: 1\n      }\n    Metadata:\n      X: 1\n',
    );
  });

  it('ends new lines as the file does', () => {
    check(
      'Resources:\r\n  B:\r\n    Type: T\r\n',
      set('Resources.B|Properties.A', true),
      'Resources:\r\n  B:\r\n    Type: T\r\n    Properties:\r\n      A: true\r\n',
    );
  });

  it('works behind a byte order mark', () => {
    check(
      '\ufeffResources:\n  B:\n    Type: T\n',
      set('Resources.B|Properties.A', true),
      '\ufeffResources:\n  B:\n    Type: T\n    Properties:\n      A: true\n',
    );
  });

  it.each(['|', '>', '|-', '|+', '>+'])('leaves the text of a %s block scalar above it alone', (header) => {
    check(
      `Resources:\n  B:\n    Properties:\n      Text: ${header}\n        # one\n\n        two\n\n\n  C:\n    Type: T\n`,
      set('Resources.B.Properties|A', 1),
      header.endsWith('+')
        ? `Resources:\n  B:\n    Properties:\n      Text: ${header}\n        # one\n\n        two\n\n\n      A: 1\n  C:\n    Type: T\n`
        : `Resources:\n  B:\n    Properties:\n      Text: ${header}\n        # one\n\n        two\n      A: 1\n\n\n  C:\n    Type: T\n`,
    );
  });

  it('puts keys of one container into one place', () => {
    const on = (key: string) => set(`Resources.B|Properties.PublicAccessBlockConfiguration.${key}`, true);
    check(
      'Resources:\n  B:\n    Type: T\n',
      [on('BlockPublicAcls'), on('BlockPublicPolicy'), set('Resources.B|Properties.Name', 'b')],
      'Resources:\n  B:\n    Type: T\n    Properties:\n      PublicAccessBlockConfiguration:\n        BlockPublicAcls: true\n        BlockPublicPolicy: true\n      Name: b\n',
    );
  });

  it('adds to a map and to the map at its end', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      A:\n        B: 1\n',
      [
        set('Resources.B.Properties|Z', 3),
        set('Resources.B.Properties.A|C', 2),
        set('Resources.B|DeletionPolicy', 'Retain'),
      ],
      'Resources:\n  B:\n    Properties:\n      A:\n        B: 1\n        C: 2\n      Z: 3\n    DeletionPolicy: Retain\n',
    );
  });

  it('adds to a list item', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      Tags:\n      - Key: v\n      Other: 1\n',
      set('Resources.B.Properties.Tags.0|Value', 'x${y}'),
      'Resources:\n  B:\n    Properties:\n      Tags:\n      - Key: v\n        Value: x${y}\n      Other: 1\n',
    );
  });

  it('writes over a value and keeps the comment behind it', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      A: old # why\n      B: 1\n',
      set('Resources.B.Properties.A', 'new'),
      'Resources:\n  B:\n    Properties:\n      A: new # why\n      B: 1\n',
    );
  });

  it('writes a map over a scalar', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      A: old # why\n      B: 1\n',
      set('Resources.B.Properties.A', { C: { D: 'no' } }),
      "Resources:\n  B:\n    Properties:\n      A: # why\n        C:\n          D: 'no'\n      B: 1\n",
    );
  });

  it('writes a scalar over a map, a list and a block scalar', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      A: # a\n        X: 1\n        Y: 2\n      B:\n      - 1\n      C: | # c\n        text\n\n      D: 1\n',
      [set('Resources.B.Properties.A', 1), set('Resources.B.Properties.B', 2), set('Resources.B.Properties.C', 3)],
      'Resources:\n  B:\n    Properties:\n      A: 1 # a\n      B: 2\n      C: 3 # c\n\n      D: 1\n',
    );
  });

  it('writes a map over a list item', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      A:\n        - old # why\n        - !Ref AWS::NoValue\n',
      [set('Resources.B.Properties.A.0', { C: 1, D: [2] }), set('Resources.B.Properties.A.1|E.F', 3)],
      'Resources:\n  B:\n    Properties:\n      A:\n        - C: 1 # why\n          D:\n            - 2\n        - E:\n            F: 3\n',
    );
  });

  it('writes into a branch of an Fn::If', () => {
    check(
      'Resources:\n  B:\n    Properties:\n      A: !If\n        - C\n        - X: 1\n        - !Ref AWS::NoValue\n',
      [set('Resources.B.Properties.A.1|K', 2), set('Resources.B.Properties.A.2|K', 2)],
      'Resources:\n  B:\n    Properties:\n      A: !If\n        - C\n        - X: 1\n          K: 2\n        - K: 2\n',
    );
    check(
      'Resources:\n  B:\n    Properties:\n      A: !If [C, !Ref AWS::NoValue, {X: 1}]\n',
      [set('Resources.B.Properties.A.1|K.Z', 2), set('Resources.B.Properties.A.2|K', [1, 'a,b'])],
      "Resources:\n  B:\n    Properties:\n      A: !If [C, {K: {Z: 2}}, {X: 1, K: [1, 'a,b']}]\n",
    );
    check(
      'Resources:\n  B:\n    Properties:\n      A:\n        Fn::If:\n          - C\n          - Ref: AWS::NoValue\n          - X: 1\n',
      [set('Resources.B.Properties.A.Fn::If.1|K.Z', { Ref: 'P' }), set('Resources.B.Properties.A.Fn::If.2|K', 2)],
      'Resources:\n  B:\n    Properties:\n      A:\n        Fn::If:\n          - C\n          - K:\n              Z:\n                Ref: P\n          - X: 1\n            K: 2\n',
    );
  });

  it('changes nothing where the value is there already', () => {
    const text = 'Resources:\n  B:\n    Properties:\n      A: {C: "x", D: !GetAtt X.Arn}\n';
    check(text, set('Resources.B|Properties.A', { D: { 'Fn::GetAtt': ['X', 'Arn'] }, C: 'x' }), text);
  });
});

describe('a property is set in flow YAML', () => {
  const flow = (body: string) => `Resources:\n  B:\n    Properties: ${body}\n    Type: T\n`;
  it.each([
    ['{A: 1}', '{A: 1, Z: no}'],
    ['{ A: 1 }', '{ A: 1, Z: no }'],
    ['{A: 1, }', '{A: 1, Z: no, }'],
    ['{A: 1, B: }', '{A: 1, B: , Z: no }'],
    ['{A: 1, B}', '{A: 1, B, Z: no}'],
    ['{\n      A: 1\n    }', '{\n      A: 1,\n      Z: no\n    }'],
    ['{\n      A: 1 # one\n      # two\n    }', '{\n      A: 1, # one\n      # two\n      Z: no\n    }'],
    ['{\n      A: 1, # one\n    } # end', '{\n      A: 1, # one\n      Z: no,\n    } # end'],
    ['{A: 1,\n      B: {C: 2}}', '{A: 1,\n      B: {C: 2},\n      Z: no}'],
    ['{"A": 1}', '{"A": 1, "Z": "no"}'],
  ])('keeps the layout of %j', (before, after) => {
    check(flow(before), set('Resources.B.Properties|Z', 'no'), flow(after.replace('Z: no', "Z: 'no'")));
  });
});

it('fills empty values in flow YAML', () => {
  check(
    'Resources:\n  B:\n    A: {X: , Y: 1}\n    B: {X}\n    C: [~]\n',
    [set('Resources.B.A.X|Z', 1), set('Resources.B.B.X', 2), set('Resources.B.C.0|Z', 3)],
    'Resources:\n  B:\n    A: {X: {Z: 1}, Y: 1}\n    B: {X: 2}\n    C: [{Z: 3}]\n',
  );
});

it('leaves what does not parse elsewhere alone', () => {
  check(
    'Resources:\n  B:\n    Type: T\n    Brok\n  C:\n    Type: T\n',
    set('Resources.C|Properties.A', 1),
    'Resources:\n  B:\n    Type: T\n    Brok\n  C:\n    Type: T\n    Properties:\n      A: 1\n',
  );
});

it('adds before the end of the document', () => {
  check(
    '---\nResources:\n  B:\n    Type: T\n...\n',
    set('Resources.B|Properties.A', 1),
    '---\nResources:\n  B:\n    Type: T\n    Properties:\n      A: 1\n...\n',
  );
});

describe('what no fix may touch is declined', () => {
  it.each([
    ['an alias', 'X: &a {A: 1}\nResources:\n  B:\n    Properties: *a\n', set('Resources.B|Properties.Z', 1)],
    ['an anchored map', 'Resources:\n  B:\n    Properties: &a\n      A: 1\n', set('Resources.B|Properties.Z', 1)],
    [
      'a value in an anchored map',
      'Resources:\n  B:\n    Properties: &a\n      A: 1\n',
      set('Resources.B.Properties.A', 2),
    ],
    [
      'a map with a merge key',
      'X: &a {A: 1}\nResources:\n  B:\n    Properties:\n      <<: *a\n',
      set('Resources.B|Properties.Z', 1),
    ],
    [
      'a map that is an intrinsic function',
      'Resources:\n  B:\n    Properties:\n      Fn::If: [A, {}, {}]\n',
      set('Resources.B|Properties.Z', 1),
    ],
    [
      'a map with a macro',
      'Resources:\n  B:\n    Properties:\n      A: 1\n      Fn::Transform: {Name: X}\n',
      set('Resources.B|Properties.Z', 1),
    ],
    ['a tagged list', 'Resources:\n  B:\n    Properties: !If [A, {}, {}]\n', set('Resources.B|Properties.Z', 1)],
    [
      'a map with an explicit key',
      'Resources:\n  B:\n    Properties:\n      ? A\n      : 1\n',
      set('Resources.B|Properties.Z', 1),
    ],
    ['a scalar', 'Resources:\n  B:\n    Properties: text\n', set('Resources.B|Properties.Z', 1)],
    [
      'a map without braces in a list',
      'Resources:\n  B:\n    Properties: [A: 1]\n',
      set('Resources.B.Properties.0|Z', 1),
    ],
  ])('declines %s', (_, text, wish) => {
    check(text, wish, undefined);
  });

  it('declines two intents that disagree', () => {
    const text = 'Resources:\n  B:\n    Type: T\n';
    check(text, [set('Resources.B|Properties.A', 1), set('Resources.B|Properties.A', 2)], undefined);
  });
});
