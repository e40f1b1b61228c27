// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes variables.
import { expect, it } from 'vitest';
import { type AnalysisOptions, analyze } from '#analysis';
import { buildTemplate } from '#model';
import { editTree, parseTree } from '#syntax';
import { says } from '../evaluate/under-test.ts';

const topic = says('AWS::SNS::Topic', (view) => {
  const policies = view.template.resources('AWS::SNS::TopicPolicy');
  const own = policies.filter((policy) => policy.get('Topic').target()?.resource.logicalId === view.logicalId);
  return view.get('DisplayName').isNot('k') && own.length === 0 ? `${view.logicalId} is bad` : undefined;
});
const options: AnalysisOptions = {
  rules: [topic],
  profile: 'strict',
  disabled: new Set(),
  severities: new Map(),
  parameters: new Map(),
};

const text = `Parameters:
  Names: {Type: CommaDelimitedList, Default: 'a, b'}
  Env: {Type: String, Default: a}
Mappings:
  Lists: {All: {Names: [a, b]}}
Conditions:
  Fn::ForEach::Is:
    - Name
    - !Ref Names
    - Is\${Name}: !Equals [!Ref Env, !Ref Name]
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [Isb, k, z]}}
  U: {Type: AWS::SNS::Topic}
  Fn::ForEach::Topics:
    - Name
    - !FindInMap [Lists, All, Names]
    - V\${Name}: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If ['Is\${Name}', k, z]}}
  P: {Type: AWS::SNS::TopicPolicy, Properties: {Topic: !Ref Va}}
`;

it.each([
  ["'a, b'}", "'a, c'}"],
  ['Names: [a, b]', 'Names: [a, c, d]'],
  ['Is\\$', 'Has$'],
  ['Ref Va', 'Ref Vb'],
  ['Ref Va', 'Ref U'],
  ['Default: a}', 'Default: b}'],
  ['V\\$', 'W$'],
  ['Isb', 'Isa'],
])('finds the same after %s became %s as in the text alone, and after it was taken back', (from, to) => {
  const changed = text.replace(new RegExp(from.replace(/[[\]{}]/g, '\\$&')), to);
  expect(changed).not.toBe(text);
  const first = buildTemplate(parseTree(text, 'yaml'));
  if (!first) throw new Error('no template');
  let template = first;
  let analysis = analyze(template, options);
  const initial = analysis.findings;
  for (const next of [changed, text]) {
    const { tree } = template;
    const edited = buildTemplate(
      editTree(tree, [{ span: { start: 0, end: tree.text.length }, newText: next }]),
      template,
    );
    if (!edited) throw new Error('no template');
    analysis = analyze(edited, options, analysis);
    template = edited;
    const alone = buildTemplate(parseTree(next, 'yaml'));
    expect(describe(analysis.findings)).toEqual(describe(alone ? analyze(alone, options).findings : []));
  }
  expect(describe(analysis.findings)).toEqual(describe(initial));
});

function describe(findings: readonly { readonly message: string; readonly when: string | undefined }[]) {
  return findings.map(({ message, when }) => `${message} | ${when}`);
}
