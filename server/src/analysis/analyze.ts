import { changedTokens, Reads, type Token } from '#evaluate';
import type { Resource, Template } from '#model';
import type { Analysis, AnalysisOptions } from './analysis.ts';
import type { Fault, Finding } from './finding.ts';
import { onePerCause } from './one-per-cause.ts';
import { type Plan, planOf } from './plan.ts';
import type { AnyRule } from './rule.ts';
import { type RuleResult, runRule } from './run-rule.ts';
import { isSuppressed } from './suppression.ts';

/**
 * All findings of a template. With the analysis of an earlier version of it and the same options, only what read something that
 * changed is computed again.
 */
export function analyze(template: Template, options: AnalysisOptions, previous?: Analysis): Analysis {
  const plan = planOf(options);
  const before = previous && previous.options === options ? results.get(previous) : undefined;
  const looked = before?.looked ?? new Set<Token>();
  const changed = before && previous ? changedTokens(previous.template, template) : [];
  // Most of what changes was never looked up by any rule.
  const stale = changed.filter((token) => typeof token !== 'string' || looked.has(token));
  const after = new Map<Resource | Template['kind'], SubjectResult>();
  const add = (subject: Resource | Template['kind'], rules: readonly AnyRule[], resource: Resource | undefined) => {
    const known = before?.subjects.get(subject);
    const result = renew(known, stale, rules, resource, template, plan);
    if (result !== known) result.reads?.addLookupsTo(looked);
    after.set(subject, result);
  };
  for (const resource of template.resources.values()) {
    const rules = plan.byType.get(resource.type);
    if (rules) add(resource, rules, resource);
  }
  if (plan.onTemplate.length > 0) add(template.kind, plan.onTemplate, undefined);
  const analysis = new LazyAnalysis(template, options, [...after.values()]);
  results.set(analysis, { subjects: after, looked });
  return analysis;
}

/** The findings of each of two analyses that the other does not share: those of resources that rules ran on again. */
export function unshared(before: Analysis, after: Analysis): readonly [Finding[], Finding[]] {
  const resultsOf = (analysis: Analysis) => new Set(results.get(analysis)?.subjects.values());
  const [old, now] = [resultsOf(before), resultsOf(after)];
  const own = (of: ReadonlySet<SubjectResult>, other: ReadonlySet<SubjectResult>) =>
    [...of].flatMap((result) => (other.has(result) ? [] : result.findings));
  return [own(old, now), own(now, old)];
}

/** Findings are put in order when they are asked for: a proof wants only those that are new. */
class LazyAnalysis implements Analysis {
  readonly template: Template;
  readonly options: AnalysisOptions;
  readonly faults: readonly Fault[];
  readonly #results: readonly SubjectResult[];
  #findings: readonly Finding[] | undefined;
  #suppressed: readonly Finding[] | undefined;

  constructor(template: Template, options: AnalysisOptions, subjects: readonly SubjectResult[]) {
    this.template = template;
    this.options = options;
    this.#results = subjects;
    this.faults = subjects.flatMap((result) => result.faults);
  }

  get findings(): readonly Finding[] {
    this.#findings ??= inTextOrder(onePerCause(this.#results.flatMap((result) => result.findings)), this.template);
    return this.#findings;
  }

  get suppressed(): readonly Finding[] {
    this.#suppressed ??= inTextOrder(
      this.#results.flatMap((result) => result.suppressed),
      this.template,
    );
    return this.#suppressed;
  }
}

/** What all rules said of one resource. */
interface SubjectResult {
  /** One for each rule, in their order. */
  readonly outcomes: readonly RuleResult[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly faults: readonly Fault[];
  /** What any of the rules read; undefined when one threw before that was known. */
  readonly reads: Reads | undefined;
}

interface Results {
  readonly subjects: ReadonlyMap<Resource | Template['kind'], SubjectResult>;
  /** All that any rule has looked up in this or an earlier version. Shared by all versions: it only grows, so it holds for each. */
  readonly looked: Set<Token>;
}

const results = new WeakMap<Analysis, Results>();

/** The result as it was where nothing that was read is stale, else with the rules run again that read something stale. */
function renew(
  before: SubjectResult | undefined,
  stale: readonly Token[],
  rules: readonly AnyRule[],
  resource: Resource | undefined,
  template: Template,
  plan: Plan,
): SubjectResult {
  if (before && isFresh(before, stale)) return before;
  const outcomes = rules.map((rule, at) => {
    const known = before?.outcomes[at];
    if (known && isFresh(known, stale)) return known;
    return runRule(rule, resource, template, plan.pins, plan.options.severities.get(rule.id));
  });
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const reads = outcomes.map((outcome) => outcome.reads);
  return {
    outcomes,
    findings: findings.filter((finding) => !isSuppressed(finding)),
    suppressed: findings.filter(isSuppressed),
    faults: outcomes.flatMap((outcome) => outcome.fault ?? []),
    reads: reads.every((read) => read !== undefined) ? Reads.union(reads) : undefined,
  };
}

function isFresh({ reads }: { readonly reads: Reads | undefined }, stale: readonly Token[]): boolean {
  return reads !== undefined && !reads.includesAny(stale);
}

function inTextOrder(findings: Finding[], template: Template): Finding[] {
  const start = (finding: Finding) => (template.tree.startOf(finding.place.block) ?? 0) + finding.place.span.start;
  const starts = new Map(findings.map((finding) => [finding, start(finding)]));
  return findings.sort((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0));
}
