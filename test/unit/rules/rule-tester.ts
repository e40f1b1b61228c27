import type { Analysis, AnalysisOptions, AnyRule, Finding } from '#analysis';
import { analyze, fixesOf, proveFix } from '#analysis';
import { buildTemplate, intrinsicOf } from '#model';
import { type Language, parseTree, type SyntaxNode, type SyntaxTree } from '#syntax';
import { applyEdits, createLineIndex } from '#text';

/** A finding as an example marks it: the marked text, with its place. */
export interface Mark {
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** An example's text without its marks, and the marks. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Takes the `# ^^^` lines out of an example; each marks the text above it. */
export function readMarks(example: string): Marked {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of example.split('\n')) {
    if (!/^\s*#[\s^]*\^[\s^]*$/.test(line)) lines.push(line);
    else {
      for (const match of line.matchAll(/\^+/g)) {
        marks.push({ line: lines.length - 1, character: match.index, length: match[0].length });
      }
    }
  }
  return { text: lines.join('\n'), marks };
}

/** Analyses a text with one rule, every profile on. */
export function analyzeWith(rules: readonly AnyRule[], text: string, language: Language = 'yaml'): Analysis {
  const template = buildTemplate(parseTree(text, language));
  if (!template) throw new Error(`not a template:\n${text}`);
  const options: AnalysisOptions = {
    rules,
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(),
  };
  const analysis = analyze(template, options);
  const [fault] = analysis.faults;
  if (fault) throw fault.error;
  return analysis;
}

/** Where findings lie, in the form of marks. */
export function marksOf(analysis: Analysis): Mark[] {
  const { tree } = analysis.template;
  const index = createLineIndex(tree.text);
  return analysis.findings.map(({ place }) => {
    const start = (tree.startOf(place.block) ?? 0) + place.span.start;
    return { ...index.placeAt(start), length: place.span.end - place.span.start };
  });
}

/** Applies the first fix that proves, finding by finding, until there is none left. Returns undefined when a finding has no fix that proves. */
export function applyFirstFixes(
  rules: readonly AnyRule[],
  text: string,
  language: Language = 'yaml',
): string | undefined {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const analysis = analyzeWith(rules, current, language);
    const [finding] = analysis.findings;
    if (!finding) return current;
    const proven = fixesOf(analysis, finding)
      .map((fix) => proveFix(analysis, finding, fix))
      .find((fix) => fix !== undefined);
    if (!proven) return undefined;
    current = applyEdits(current, proven.edits);
  }
  return undefined;
}

/** What must be equal between a YAML template and its JSON twin. */
export function essence(findings: readonly Finding[]): string[] {
  return findings
    .map(({ rule, resource, message, when, severity }) =>
      JSON.stringify([rule.id, resource?.logicalId, message, when, severity]),
    )
    .sort();
}

/** The same template in JSON, intrinsic functions in long form. */
export function toJson(yaml: string): string {
  const tree = parseTree(yaml, 'yaml');
  const top = tree.sections.map((section): [string, unknown] => {
    if (!section.entries) return [section.name, section.block.value ? plain(section.block.value, tree) : null];
    const entries = section.entries.map((block) => [
      block.key?.text ?? '',
      block.value ? plain(block.value, tree) : null,
    ]);
    return [section.name, Object.fromEntries(entries)];
  });
  return `${JSON.stringify(Object.fromEntries(top), undefined, 2)}\n`;
}

function plain(node: SyntaxNode, tree: SyntaxTree): unknown {
  const call = node.tag && intrinsicOf(node);
  if (call) {
    const argument = plain(call.argument, tree);
    const isAttribute = call.name === 'Fn::GetAtt' && typeof argument === 'string';
    return { [call.name]: isAttribute ? argument.split(/\.(.*)/s).slice(0, 2) : argument };
  }
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map((item) => plain(item, tree));
    case 'map':
      return Object.fromEntries(node.entries.map((entry) => [entry.key.text, plain(entry.value, tree)]));
    case 'alias': {
      const target = tree.resolveAlias(node);
      return target ? plain(target, tree) : null;
    }
  }
}
