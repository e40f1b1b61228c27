import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTree, type SyntaxNode, type SyntaxTree } from '#syntax';
import { applyEdits, type TextEdit } from '#text';
import { essence, toJson } from '../rules/rule-tester.ts';
import { options, service, starts } from './templates.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 300);

/** Values that mean the same in both languages, in the words of YAML. */
const VALUES = [
  'true',
  "'false'",
  '0',
  '443',
  "'*'",
  '0.0.0.0/0',
  'Deny',
  '[]',
  '{}',
  '[a, b]',
  '{a: b}',
  '!Ref AWS::NoValue',
  '!Ref AWS::Region',
  '!Ref Env',
  '!Ref Nowhere',
  '!GetAtt Data.Arn',
  "!Sub '${AWS::StackName}-${Env}'",
  '!If [IsProd, true, false]',
  "!If [IsProd, !Ref AWS::NoValue, '*']",
  '!ImportValue x',
  "!Join ['', [a, !Ref Env]]",
  "!Select [0, !Split [',', 'a,b']]",
  '!FindInMap [Map, !Ref Env, Key]',
  '{Fn::Transform: {Name: M}}',
  "'{{resolve:ssm:x}}'",
];

const yamlStarts = starts.filter(({ language, text }) => language === 'yaml' && !/<<:|[&*][A-Za-z]/.test(text));
const replacements = fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom(...VALUES)), { maxLength: 4 });

it('finds the same in a template and its twin in JSON, whatever its values are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...yamlStarts), replacements, ({ text }, all) => {
      const yaml = all.reduce((now, [which, value]) => replaceOne(now, which, value), text);
      if (parseTree(yaml, 'yaml').errors().length > 0) return;
      const json = toJson(yaml);
      const [a, b] = [
        service.open({ name: 'a.yaml', text: yaml, language: 'yaml' }, options).analysis,
        service.open({ name: 'a.json', text: json, language: 'json' }, options).analysis,
      ];
      expect([...(a?.faults ?? []), ...(b?.faults ?? [])], yaml).toEqual([]);
      expect(essence(b?.findings ?? []), yaml).toEqual(essence(a?.findings ?? []));
    }),
    { numRuns, ...(process.env.FUZZ_RUNS === undefined && { seed: 12 }) },
  );
}, 1_200_000);

/** The text with one value replaced that stands alone on its line or in a flow collection. */
function replaceOne(text: string, which: number, value: string): string {
  const spans = scalarSpans(parseTree(text, 'yaml'));
  const span = spans[which % Math.max(1, spans.length)];
  return span ? applyEdits(text, [{ ...span, newText: value }]) : text;
}

function scalarSpans(tree: SyntaxTree): readonly Omit<TextEdit, 'newText'>[] {
  const spans: Omit<TextEdit, 'newText'>[] = [];
  const visit = (node: SyntaxNode) => {
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value);
    if (node.kind === 'list') for (const item of node.items) visit(item);
    const isPlain = node.kind === 'scalar' && node.style !== 'literal' && node.style !== 'folded';
    if (!isPlain || node.tag || node.anchor || node.span.end === node.span.start) return;
    const start = tree.startOf(node.block) ?? 0;
    spans.push({ span: { start: start + node.span.start, end: start + node.span.end } });
  };
  for (const block of tree.blocks) if (block.kind === 'entry' && block.value) visit(block.value);
  return spans;
}
