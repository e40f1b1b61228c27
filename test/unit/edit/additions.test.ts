// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes variables.
import { describe, expect, it } from 'vitest';
import { proveEdits } from '#edit';
import { parseTree } from '#syntax';
import { addParameter, addResource, fix, set, type Wish } from './under-test.ts';

function check(before: string, wish: Wish | readonly Wish[], after: string | undefined): void {
  expect(fix(before, ...(typeof wish === 'function' ? [wish] : wish))).toBe(after);
}

const queue = { Type: 'AWS::SQS::Queue' };

describe('a resource is added', () => {
  it('behind the resource it belongs to, its comments included', () => {
    check(
      'Resources:\n  A:\n    Type: T\n    # end of A\n  # b\n  B:\n    Type: T\n',
      addResource('Q', queue, 'A'),
      'Resources:\n  A:\n    Type: T\n    # end of A\n  Q:\n    Type: AWS::SQS::Queue\n  # b\n  B:\n    Type: T\n',
    );
  });

  it('with a blank line before it where resources have one', () => {
    check(
      'Resources:\n  A:\n    Type: T\n\n  B:\n    Type: T\n\nOutputs:\n  O:\n    Value: 1\n',
      [addResource('Q', queue, 'A'), addResource('R', queue)],
      'Resources:\n  A:\n    Type: T\n\n  Q:\n    Type: AWS::SQS::Queue\n\n  B:\n    Type: T\n\n  R:\n    Type: AWS::SQS::Queue\n\nOutputs:\n  O:\n    Value: 1\n',
    );
  });

  it('without touching the blank lines that a block scalar keeps', () => {
    check(
      'Resources:\n  A:\n    T: |+\n      x\n\n  B:\n    Type: T\n',
      addResource('Q', queue, 'A'),
      'Resources:\n  A:\n    T: |+\n      x\n\n  Q:\n    Type: AWS::SQS::Queue\n  B:\n    Type: T\n',
    );
  });

  it.each([
    ['Resources:\n', 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n'],
    ['Resources: {}\n', 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n'],
    ['Resources: {A: {Type: T}}\n', 'Resources: {A: {Type: T}, Q: {Type: AWS::SQS::Queue}}\n'],
    [
      'A: 1\nResources: # r\n  # none\n\nB: 1\n',
      'A: 1\nResources: # r\n  # none\n  Q:\n    Type: AWS::SQS::Queue\n\nB: 1\n',
    ],
    ['{"Resources": {}}', '{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}'],
    ['{\n  "Resources": {\n  }\n}', '{\n  "Resources": {\n    "Q": {\n      "Type": "AWS::SQS::Queue"\n    }\n  }\n}'],
    [
      '{\n  "Resources": {\n    "A": {\n      "Type": "T"\n    },\n\n    "B": {}\n  }\n}',
      '{\n  "Resources": {\n    "A": {\n      "Type": "T"\n    },\n\n    "Q": {\n      "Type": "AWS::SQS::Queue"\n    },\n\n    "B": {}\n  }\n}',
    ],
    [
      '{"Resources":{"A":{"Type":"T"},"B":{}}}',
      '{"Resources":{"A":{"Type":"T"},"Q":{"Type":"AWS::SQS::Queue"},"B":{}}}',
    ],
  ])('to %j', (before, after) => {
    check(before, addResource('Q', queue, 'A'), after);
  });

  it('in the loop of the resource it belongs to', () => {
    const loop = (more: string) =>
      `Resources:\n  Fn::ForEach::L:\n    - N\n    - [a, b]\n    - A\${N}:\n        Type: T\n${more}  B:\n    Type: T\n`;
    const body = { Type: 'P', Properties: { Of: { Ref: 'A${N}' } } };
    check(
      loop(''),
      addResource('A${N}Policy', body, 'A${N}'),
      loop('      A${N}Policy:\n        Type: P\n        Properties:\n          Of: !Ref A${N}\n'),
    );
    check(
      loop(''),
      [addResource('Q', body, 'A${N}'), set('Resources.Fn::ForEach::L.2.A${N}|Key', { 'Fn::Sub': '${Q.Arn}' })],
      loop(
        "        Key: !Sub '${Q${N}.Arn}'\n      Q${N}:\n        Type: P\n        Properties:\n          Of: !Ref A${N}\n",
      ),
    );
    const taken = '      A${N}Policy:\n        Type: Other\n';
    check(loop(taken), addResource('A${N}Policy', body, 'A${N}'), undefined);
  });

  it('is declined where an include may bring more, and without Resources', () => {
    check('Resources:\n  A:\n    Type: T\n  Fn::Transform: {Name: AWS::Include}\n', addResource('Q', queue), undefined);
    check('Outputs: {}\n', addResource('Q', queue), undefined);
  });

  it('under a free name, and the references of the fix follow', () => {
    const body = {
      Type: 'T',
      DependsOn: ['Q', 'A'],
      Properties: {
        R: { Ref: 'Q' },
        G: { 'Fn::GetAtt': ['Q', 'Arn'] },
        H: { 'Fn::GetAtt': 'Q.Arn' },
        S: { 'Fn::Sub': '${Q}/${Q.Arn}/${!Q}/${Qs}' },
        T: { 'Fn::Sub': ['${Q} ${A}', { Q: { Ref: 'Q' } }] },
        U: 'Q',
      },
    };
    check(
      'Parameters:\n  Q:\n    Type: String\nResources:\n  A:\n    Type: T\n  Q2:\n    Type: T\n',
      [addResource('Q', body), set('Resources.A|DependsOn', 'Q')],
      [
        'Parameters:\n  Q:\n    Type: String\nResources:\n  A:\n    Type: T\n    DependsOn: Q3\n  Q2:\n    Type: T\n  Q3:\n    Type: T',
        '    DependsOn:\n      - Q3\n      - A\n    Properties:\n      R: !Ref Q3\n      G: !GetAtt Q3.Arn\n      H: !GetAtt Q3.Arn',
        "      S: !Sub '${Q3}/${Q3.Arn}/${!Q}/${Qs}'\n      T: !Sub\n        - ${Q} ${A}\n        - Q: !Ref Q3\n      U: Q\n",
      ].join('\n'),
    );
  });

  it('once where two intents add the same, and not where it is there', () => {
    const text = 'Resources:\n  A:\n    Type: T\n';
    const after = 'Resources:\n  A:\n    Type: T\n    X: !Ref Q\n  Q:\n    Type: AWS::SQS::Queue\n';
    const wishes = [addResource('Q', queue, 'A'), addResource('Q', queue), set('Resources.A|X', { Ref: 'Q' })];
    check(text, wishes, after);
    check(after, wishes, after);
    check(text, [addResource('Q', queue), addResource('Q', { Type: 'T' })], undefined);
  });
});

describe('a parameter is added', () => {
  const cidr = { Type: 'String', Default: '10.0.0.0/8' };
  it.each([
    [
      'Parameters:\n  A:\n    Type: String\n\nResources:\n  B:\n    Type: T\n',
      'Parameters:\n  A:\n    Type: String\n  Cidr:\n    Type: String\n    Default: 10.0.0.0/8\n\nResources:\n  B:\n    Type: T\n',
    ],
    [
      'AWSTemplateFormatVersion: 2010-09-09\n\n# all\nResources:\n  B:\n    Type: T\n',
      'AWSTemplateFormatVersion: 2010-09-09\n\nParameters:\n  Cidr:\n    Type: String\n    Default: 10.0.0.0/8\n\n# all\nResources:\n  B:\n    Type: T\n',
    ],
    [
      '# licence\nResources:\n  B:\n    Type: T\n',
      '# licence\nParameters:\n  Cidr:\n    Type: String\n    Default: 10.0.0.0/8\nResources:\n  B:\n    Type: T\n',
    ],
    [
      '{\n  "Resources": {\n    "B": {}\n  }\n}',
      '{\n  "Parameters": {\n    "Cidr": {\n      "Type": "String",\n      "Default": "10.0.0.0/8"\n    }\n  },\n  "Resources": {\n    "B": {}\n  }\n}',
    ],
    ['{"Resources":{"B":{}}}', '{"Parameters":{"Cidr":{"Type":"String","Default":"10.0.0.0/8"}},"Resources":{"B":{}}}'],
  ])('to %j', (before, after) => {
    check(before, addParameter('Cidr', cidr), after);
  });

  it('to YAML that is one flow map', () => {
    const tree = parseTree('{Resources: {B: {Type: T}}}\n', 'yaml');
    const intents = [addParameter('Cidr', cidr), addResource('B', queue), set('Resources.B|A', { Ref: 'Cidr' })];
    expect(
      proveEdits(
        tree,
        intents.map((wish) => wish(tree)),
      )?.tree.text,
    ).toBe(
      '{Resources: {B: {Type: T, A: !Ref Cidr}, B2: {Type: AWS::SQS::Queue}}, Parameters: {Cidr: {Type: String, Default: 10.0.0.0/8}}}\n',
    );
  });

  it('and replaces a literal by a reference to it', () => {
    check(
      'Resources:\r\n  Cidr:\r\n    P: 0.0.0.0/0 # open\r\n',
      [addParameter('Cidr', cidr), set('Resources.Cidr.P', { Ref: 'Cidr' })],
      'Parameters:\r\n  Cidr2:\r\n    Type: String\r\n    Default: 10.0.0.0/8\r\nResources:\r\n  Cidr:\r\n    P: !Ref Cidr2 # open\r\n',
    );
  });
});
