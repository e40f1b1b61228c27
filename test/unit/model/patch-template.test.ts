import { describe, expect, it } from 'vitest';
import { buildTemplate, type Template } from '#model';
import { editTree, parseTree } from '#syntax';
import { applyEdits } from '#text';

const text = `Parameters:
  Env: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: data
  Logs:
    Type: AWS::S3::Bucket
    Condition: IsProd
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
Outputs:
  Name:
    Value: !Ref Data
`;

/** The template after replacing a part of the text, from the one before and anew. */
function replaced(part: string, by: string, from = text): { before: Template; after: Template; anew: Template } {
  const start = from.indexOf(part);
  const edit = { span: { start, end: start + part.length }, newText: by };
  const tree = parseTree(from, 'yaml');
  const before = buildTemplate(tree);
  const after = before && buildTemplate(editTree(tree, [edit]), before);
  const anew = buildTemplate(parseTree(applyEdits(from, [edit]), 'yaml'));
  if (!before || !after || !anew) throw new Error('no template');
  return { before, after, anew };
}

/** All that a template says, without the objects that say it. */
function described({ kind, isOpen, resources, byType, referrers, looped, parameters, outputs }: Template) {
  return {
    kind,
    isOpen,
    resources: [...resources.values()].map(({ logicalId, type, condition }) => [logicalId, type, condition]),
    byType: [...byType].map(([type, all]) => [type, all.map(({ logicalId }) => logicalId)]),
    sameObjects: [...byType.values()].flat().every((one) => resources.get(one.logicalId) === one),
    referrers: ['Data', 'Logs', 'Env', 'data', 'other'].map((name) => referrers.of(name)),
    looped: looped.map(({ logicalId }) => logicalId),
    others: [[...parameters.keys()], [...outputs.keys()]],
  };
}

it('takes over every other section and resource when a value of a resource changes', () => {
  const { before, after, anew } = replaced('BucketName: data', 'BucketName: other');
  expect(described(after)).toEqual(described(anew));
  expect(after.conditions).toBe(before.conditions);
  expect(after.outputs).toBe(before.outputs);
  expect(after.resources.get('Logs')).toBe(before.resources.get('Logs'));
  expect(after.resources.get('Data')).not.toBe(before.resources.get('Data'));
  expect(before.resources.get('Data')?.block.text).toContain('BucketName: data');
});

describe('is as if built anew when an edit', () => {
  test('refers to another resource', '!Ref Data\nOutputs', '!Ref Logs\nOutputs');
  test('changes a condition', 'Condition: IsProd', 'Condition: IsDev');
  test('changes a type', 'Type: AWS::S3::BucketPolicy', 'Type: AWS::SQS::QueuePolicy');
  test('leaves no type', 'Type: AWS::S3::BucketPolicy', '');
  test('makes it a module', 'Type: AWS::S3::BucketPolicy', 'Type: My::Own::Thing::MODULE');
  test('makes it a template of SAM', 'Type: AWS::S3::BucketPolicy', 'Type: AWS::Serverless::Api');
  test('renames a resource', '  Logs:', '  Log:');
  test('gives two resources one name', '  Logs:', '  Data:');
  test('makes a resource no map', '  Logs:\n    Type: AWS::S3::Bucket\n    Condition: IsProd', '  Logs: text');
  test('makes a loop of a resource', '  Logs:', "  'Fn::ForEach::Logs':");
  test('takes a resource away', '  Logs:\n    Type: AWS::S3::Bucket\n    Condition: IsProd\n', '');
  test('adds a resource', '  Policy:', '  More: { Type: AWS::SNS::Topic }\n  Policy:');
  test('changes a parameter', 'Type: String', 'Type: Number');
  test('takes a section away', 'Outputs:\n  Name:\n    Value: !Ref Data\n', '');

  function test(what: string, part: string, by: string): void {
    it(what, () => {
      const { after, anew } = replaced(part, by);
      expect(described(after)).toEqual(described(anew));
    });
  }
});

it('changes the one of two resources of a name that counts', () => {
  const twice = text.replace('  Logs:', '  Data:');
  for (const part of ['BucketName: data', 'Condition: IsProd']) {
    const { after, anew } = replaced(part, `${part}2`, twice);
    expect(described(after)).toEqual(described(anew));
  }
});
