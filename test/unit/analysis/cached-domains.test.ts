import { expect, it } from 'vitest';
import { type AnalysisOptions, type AnyRule, analyze } from '#analysis';
import { buildTemplate } from '#model';
import { editTree, parseTree } from '#syntax';

const rule: AnyRule = {
  id: 'topic-key',
  title: 'Topic has no key',
  on: 'AWS::SNS::Topic',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {},
  controls: {},
  why: '',
  remedy: '',
  references: [],
  check(topic, report) {
    if (topic.get('KmsMasterKeyId').isNot('k')) report(topic, 'no key');
  },
  examples: [],
};
const options: AnalysisOptions = {
  rules: [rule],
  profile: 'strict',
  disabled: new Set(),
  severities: new Map(),
  parameters: new Map(),
};

/** What is found after each of these texts in turn, each made from the one before by an edit. */
function findingsAlong(...texts: readonly string[]): readonly (readonly string[])[] {
  let tree = parseTree(texts[0] ?? '', 'yaml');
  let template = buildTemplate(tree);
  let analysis = template && analyze(template, options);
  return texts.map((text) => {
    tree = editTree(tree, [{ span: { start: 0, end: tree.text.length }, newText: text }]);
    template = buildTemplate(tree, template);
    analysis = template && analyze(template, options, analysis);
    return analysis?.findings.map(({ message, when }) => `${message} | ${when}`) ?? [];
  });
}

const resources = 'Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {KmsMasterKeyId: !Ref P}\n';
const parameter = 'Parameters:\n  P: {Type: String, Default: z}\n';
const found = ['no key | P is left at its default'];

it('sees that a parameter is declared some edits after it was first referred to', () => {
  const none = resources;
  expect(findingsAlong(none, `# a\n${none}`, `# a\n${parameter}${none}`)).toEqual([[], [], found]);
});

it('sees that a parameter is compared some edits after it was first referred to', () => {
  const base = 'Parameters:\n  P: {Type: String}\n';
  const condition = 'Conditions:\n  C: !Equals [!Ref P, z]\n';
  const rest = base + resources;
  expect(findingsAlong(rest, `# a\n${rest}`, `# a\n${condition}${rest}`)).toEqual([[], [], ['no key | P is z']]);
});
