import { isDeepStrictEqual } from 'node:util';
import type { AnalysisOptions, Finding } from '#analysis';
import { fixesOf } from '#analysis';
import { applyFixes, codeActions, type Document, diagnostics, hover, provenFixes } from '#features';
import { rules } from '#rules';
import type { Schema } from '#schema';
import { createService, type Service } from '#service';
import { parseTree, type SyntaxTree } from '#syntax';
import { applyEdits, overlaps, type Span, type TextEdit } from '#text';
import { createDice } from '../unit/edit/random-template.ts';
import { describeTree } from '../unit/syntax/describe-tree.ts';
import { type FuzzCase, finalText } from './fuzz-case.ts';

/** Runs one step of a case and keeps its time; throws what the step throws. */
export type RunStep = <T>(name: string, step: () => T) => T;

/** How often the engine was asked. */
export interface EngineCounts {
  edits: number;
  findings: number;
  fixes: number;
  hovers: number;
  actions: number;
}

/** Takes cases through the engine, from the text to proven fixes; anything that does not hold is thrown. */
export function createEngineSteps(schema: Schema): {
  run(fuzzed: FuzzCase, step: RunStep, counts: EngineCounts): void;
} {
  const service = createService({ rules, schema });
  const options = service.options({ profile: 'strict' });
  return { run: (fuzzed, step, counts) => runCase(fuzzed, step, counts, service, options) };
}

function runCase(
  fuzzed: FuzzCase,
  step: RunStep,
  counts: EngineCounts,
  service: Service,
  options: AnalysisOptions,
): void {
  const { language, seed } = fuzzed;
  const dice = createDice(seed ^ 0x5eed);
  const openFresh = (text: string) => service.open({ name: 'fuzz', text, language }, options);
  step('parse', () => expectCovered(parseTree(fuzzed.text, language)));
  let document = step('open', () => openFresh(fuzzed.text));
  expectNoFaults(document);
  for (const change of fuzzed.changes) {
    counts.edits++;
    const text = applyEdits(document.tree.text, [change]);
    document = step('change', () => service.change(document, [change]));
    expectEqual('the edited text', document.tree.text, text);
    const tree = step('parse', () => parseTree(text, language));
    expectCovered(tree);
    expectEqual('the edited tree against a fresh one', describeTree(document.tree), describeTree(tree));
    const fresh = step('open', () => openFresh(text));
    const exact = step('analyse again', () => document.exact());
    expectNoFaults(document);
    expectNoFaults(fresh);
    expectEqual('cached findings against fresh ones', describeFindings(exact), describeFindings(fresh));
    const shown = step('diagnostics', () => diagnostics(document, 500));
    for (const { span, related } of shown) {
      for (const place of [span, ...related.map((other) => other.span)]) expectInside(place, text);
    }
  }
  const text = finalText(fuzzed);
  for (let left = 8; left > 0; left--) {
    counts.hovers++;
    const found = step('hover', () => hover(document, dice.below(text.length + 1)));
    if (found) expectInside(found.span, text);
  }
  const exact = document.exact();
  const findings = [...(exact.analysis?.findings ?? [])];
  counts.findings += findings.length;
  for (let left = Math.min(6, findings.length); left > 0; left--) {
    const finding = findings.splice(dice.below(findings.length), 1)[0];
    if (finding) checkFixes(finding, exact, step, counts, openFresh);
  }
  const at = dice.below(text.length + 1);
  const wanted = { quickFixes: true, fixAll: false };
  const actions = step('code actions', () => codeActions(document, { start: at, end: at }, wanted));
  counts.actions += actions.length;
  for (const { edits } of actions) applyEdits(text, edits);
  if (dice.chance(0.05)) {
    const { edits, text: fixed } = step('fix all', () => applyFixes(document, (_, fix) => fix.safety === 'safe'));
    expectEqual('all edits together', applyEdits(text, edits), fixed);
  }
}

function checkFixes(
  finding: Finding,
  document: Document,
  step: RunStep,
  counts: EngineCounts,
  openFresh: (text: string) => Document,
): void {
  const { text } = document.tree;
  for (const { fix, edits } of step('prove', () => provenFixes(document, finding))) {
    counts.fixes++;
    expectOrdered(edits, text);
    const fixed = step('apply', () => applyEdits(text, edits));
    const after = step('open the fixed', () => openFresh(fixed));
    expectNoFaults(after);
    const before = document.tree.errors().length;
    if (after.tree.errors().length > before) throw new Error(`"${fix.title}" makes a syntax error`);
    const same = (other: Finding) =>
      other.rule === finding.rule &&
      other.message === finding.message &&
      other.resource?.logicalId === finding.resource?.logicalId;
    const left = after.analysis?.findings.filter(same).length ?? 0;
    const had = document.analysis?.findings.filter(same).length ?? 0;
    if (left >= had) throw new Error(`"${fix.title}" does not resolve ${finding.rule.id}`);
    // What is replaced or removed takes the comments inside it along.
    const kept = document.tree.comments().filter(({ span }) => !edits.some((each) => overlaps(each.span, span)));
    const lost = kept.find((comment) => !fixed.includes(comment.text));
    if (lost) throw new Error(`"${fix.title}" loses the comment ${lost.text}`);
  }
}

function expectCovered(tree: SyntaxTree): void {
  let at = 0;
  for (const block of tree.blocks) {
    if (tree.startOf(block) !== at) throw new Error(`a block begins at ${tree.startOf(block)}, not at ${at}`);
    at += block.text.length;
  }
  if (at !== tree.text.length) throw new Error('the blocks do not cover the text');
}

function expectNoFaults({ analysis }: Document): void {
  const [fault] = analysis?.faults ?? [];
  if (!fault) return;
  const { error } = fault;
  throw new Error(`rule ${fault.rule} failed: ${error instanceof Error ? error.stack : String(error)}`);
}

function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Error(`${what}: ${firstDifference(actual, expected)}`);
  }
}

function firstDifference(actual: unknown, expected: unknown): string {
  if (!Array.isArray(actual) || !Array.isArray(expected)) return shorten(actual, expected);
  const all = new Set(expected.map((each) => JSON.stringify(each)));
  const others = new Set(actual.map((each) => JSON.stringify(each)));
  const [extra] = [...others].filter((each) => !all.has(each));
  const [missing] = [...all].filter((each) => !others.has(each));
  return `has ${extra ?? 'nothing more'}, lacks ${missing ?? 'nothing'}`;
}

function shorten(actual: unknown, expected: unknown): string {
  const [a, b] = [JSON.stringify(actual) ?? '', JSON.stringify(expected) ?? ''];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 80);
  return `${a.slice(from, at + 120)} instead of ${b.slice(from, at + 120)}`;
}

function expectInside({ start, end }: Span, text: string): void {
  if (!(0 <= start && start <= end && end <= text.length))
    throw new Error(`span ${start} to ${end} is no part of the text`);
}

function expectOrdered(edits: readonly TextEdit[], text: string): void {
  let last = 0;
  for (const { span } of edits) {
    expectInside(span, text);
    if (span.start < last) throw new Error('edits overlap');
    last = span.end;
  }
}

/** All that an author sees of findings, as plain data. */
function describeFindings(document: Document): unknown[] {
  return (document.analysis?.findings ?? []).map((finding) => [
    finding.rule.id,
    finding.resource?.logicalId,
    finding.severity,
    finding.message,
    finding.when,
    document.spanOf(finding.place),
    finding.related.map(({ message, place }) => [message, document.spanOf(place)]),
    document.analysis && fixesOf(document.analysis, finding).map((fix) => fix.title),
  ]);
}
