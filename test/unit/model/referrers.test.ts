import { expect, it } from 'vitest';
import { buildTemplate } from '#model';
import { type Change, editTree, parseTree } from '#syntax';

/** Who refers to `Ada`, in order, after a change of a text; and in the changed text read afresh. */
function referrers(yaml: string, change: Change): readonly (readonly string[] | undefined)[] {
  const tree = parseTree(yaml, 'yaml');
  const edited = editTree(tree, [change]);
  const templates = [buildTemplate(edited, buildTemplate(tree)), buildTemplate(parseTree(edited.text, 'yaml'))];
  return templates.map((template) => template?.referrers.of('Ada'));
}

const ada = 'Resources:\n  Ada:\n    Type: AWS::IAM::User\n';
const key = (id: string) => `  ${id}:\n    Type: AWS::IAM::AccessKey\n    Properties: {UserName: !Ref Ada}\n`;

it('lists those who refer to a resource in the order of the text after one is put in above', () => {
  const change = { span: { start: ada.length, end: ada.length }, newText: key('B') };
  expect(referrers(ada + key('C'), change)).toEqual([
    ['B', 'C'],
    ['B', 'C'],
  ]);
});

it('lists those who refer to a resource in the order of the text after the first of two of one name goes', () => {
  const change = { span: { start: ada.length, end: ada.length + key('B').length }, newText: '' };
  expect(referrers(ada + key('B') + key('C') + key('B'), change)).toEqual([
    ['C', 'B'],
    ['C', 'B'],
  ]);
});
