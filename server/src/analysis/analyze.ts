import { changedTokens, Reads, type Token } from '#evaluate';
import type { Resource, Template } from '#model';
import type { Block } from '#syntax';
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
  const before = previous instanceof CachedAnalysis && previous.options === options ? previous : undefined;
  const readers = before?.readers ?? new Readers();
  // Most of what changes was never read by any rule.
  const stale = before ? changedTokens(before.template, template).filter((token) => readers.has(token)) : [];
  const concerned = readers.ofAny(stale);
  const after = new Map<Resource | Template['kind'], SubjectResult>();
  const add = (subject: Resource | Template['kind'], rules: readonly AnyRule[], resource: Resource | undefined) => {
    const name = resource?.logicalId ?? '';
    const known = before?.subjects.get(subject);
    const isStale = !known?.reads || concerned.has(name);
    const result = isStale ? renew(known, stale, rules, resource, template, plan) : known;
    if (result !== known && result.reads) readers.add(name, result.reads);
    after.set(subject, result);
  };
  for (const resource of template.resources.values()) {
    const rules = plan.byType.get(resource.type);
    if (rules) add(resource, rules, resource);
  }
  if (plan.onTemplate.length > 0) add(template.kind, plan.onTemplate, undefined);
  return new CachedAnalysis(template, options, after, readers);
}

/** The findings of each of two analyses that the other does not share: those of resources that rules ran on again. */
export function unshared(before: Analysis, after: Analysis): readonly [Finding[], Finding[]] {
  const resultsOf = (analysis: Analysis) =>
    new Set(analysis instanceof CachedAnalysis ? analysis.subjects.values() : []);
  const [old, now] = [resultsOf(before), resultsOf(after)];
  const own = (of: ReadonlySet<SubjectResult>, other: ReadonlySet<SubjectResult>) =>
    [...of].flatMap((result) => (other.has(result) ? [] : result.findings));
  return [own(old, now), own(now, old)];
}

/** With what the next analysis takes over. Findings are put in order when they are asked for: a proof wants only those that are new. */
class CachedAnalysis implements Analysis {
  readonly template: Template;
  readonly options: AnalysisOptions;
  readonly faults: readonly Fault[];
  readonly subjects: Subjects;
  /** Shared by all versions: it only grows, so it holds for each. */
  readonly readers: Readers;
  #findings: readonly Finding[] | undefined;
  #suppressed: readonly Finding[] | undefined;

  constructor(template: Template, options: AnalysisOptions, subjects: Subjects, readers: Readers) {
    this.template = template;
    this.options = options;
    this.subjects = subjects;
    this.readers = readers;
    this.faults = gather(subjects, (result) => result.faults);
  }

  get findings(): readonly Finding[] {
    this.#findings ??= inTextOrder(onePerCause(gather(this.subjects, (result) => result.findings)), this.template);
    return this.#findings;
  }

  get suppressed(): readonly Finding[] {
    this.#suppressed ??= inTextOrder(
      gather(this.subjects, (result) => result.suppressed),
      this.template,
    );
    return this.#suppressed;
  }
}

/** What `flatMap` does, at a fraction of its cost where most lists are empty: this runs at every keystroke over all resources. */
function gather<T>(subjects: Subjects, pick: (result: SubjectResult) => readonly T[]): T[] {
  const all: T[] = [];
  for (const result of subjects.values()) for (const one of pick(result)) all.push(one);
  return all;
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

/** The results by what they are of: a resource, or the template itself. */
type Subjects = ReadonlyMap<Resource | Template['kind'], SubjectResult>;

/** Per thing that was ever read, by a rule on which resource (by logical id, the template's own rules as `''`). */
class Readers {
  readonly #ofLookup = new Map<string, Set<string>>();
  readonly #ofBlock = new WeakMap<Block, Set<string>>();

  add(name: string, reads: Reads): void {
    for (const token of reads.tokens) {
      const known = this.#of(token);
      if (known) known.add(name);
      else if (typeof token === 'string') this.#ofLookup.set(token, new Set([name]));
      else this.#ofBlock.set(token, new Set([name]));
    }
  }

  has(token: Token): boolean {
    return this.#of(token) !== undefined;
  }

  ofAny(tokens: readonly Token[]): ReadonlySet<string> {
    const names = new Set<string>();
    for (const token of tokens) for (const name of this.#of(token) ?? []) names.add(name);
    return names;
  }

  #of(token: Token): Set<string> | undefined {
    return typeof token === 'string' ? this.#ofLookup.get(token) : this.#ofBlock.get(token);
  }
}

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
  const startOf = ({ place }: Finding) => (template.tree.startOf(place.block) ?? 0) + place.span.start;
  const placed = findings.map((finding) => ({ finding, start: startOf(finding) }));
  return placed.sort((a, b) => a.start - b.start).map(({ finding }) => finding);
}
