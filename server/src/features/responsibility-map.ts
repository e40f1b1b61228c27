import type { Analysis, Aspect, Finding } from '#analysis';
import { changedTokens, Reads } from '#evaluate';
import type { Resource } from '#model';
import type { Document } from './document.ts';
import { ASPECT_ORDER, type AspectKnowledge, type TypeKnowledge, type Who } from './responsibility.ts';
import { rulesFor } from './responsibility-rules.ts';
import { undecidedProperties } from './responsibility-undecided.ts';

/**
 * How a duty stands. `done`: rules look at it and none reports. `open`: a finding. `unknown`: it is yours, but no rule can
 * tell, or the values that decide are not in the template.
 */
export type DutyState = 'aws' | 'done' | 'open' | 'unknown' | 'not-applicable';

/** One aspect of one resource, as this template leaves it. */
export interface DutyCell {
  readonly aspect: Aspect;
  readonly state: DutyState;
  /** Undefined for a type nobody knows. */
  readonly who: Who | undefined;
  /** What leaves it open, the order of the text. */
  readonly findings: readonly Finding[];
  /** What the author has chosen to live with. */
  readonly suppressed: readonly Finding[];
  /** Property paths whose values the template does not tell. */
  readonly undecided: readonly string[];
  /** Whether it is one of the author's duties, to be counted. */
  readonly counted: boolean;
}

/** One resource, or with `resource` undefined what the account as a whole is to have. */
export interface DutyRow {
  readonly resource: Resource | undefined;
  readonly knowledge: TypeKnowledge | undefined;
  /** One for each aspect, in their order. */
  readonly cells: readonly DutyCell[];
}

/** How many duties the author has, and how they stand. */
export interface DutySummary {
  readonly duties: number;
  readonly done: number;
  readonly open: number;
  readonly unknown: number;
}

/** Resources times aspects. Immutable; rows of resources for which nothing changed keep their identity. */
export interface ResponsibilityMap {
  readonly analysis: Analysis;
  readonly rows: readonly DutyRow[];
  readonly summary: DutySummary;
}

/**
 * Whose remit each part of a template is, and what is done of it; undefined for a text that is no template. With the map of an
 * earlier version of the text only rows for which something changed are made again.
 */
export function responsibilityMap(document: Document, previous?: ResponsibilityMap): ResponsibilityMap | undefined {
  const { analysis } = document;
  if (!analysis) return undefined;
  if (previous?.analysis === analysis) return previous;
  const { template } = analysis;
  const before = previous?.analysis.options === analysis.options ? made.get(previous) : undefined;
  const stale = before && previous ? changedTokens(previous.analysis.template, template) : [];
  const findings = byResource(analysis.findings, template.resources.values());
  const suppressed = byResource(analysis.suppressed, template.resources.values());

  const after = new Map<Resource, MadeRow>();
  for (const resource of template.resources.values()) {
    const found = findings.get(resource) ?? NONE;
    const ignored = suppressed.get(resource) ?? NONE;
    const known = before?.get(resource);
    const holds = known && same(known.found, found) && same(known.ignored, ignored) && !known.reads.includesAny(stale);
    after.set(resource, holds ? known : makeRow(document, resource, found, ignored));
  }
  const rows = [...after.values()].map(({ row }) => row);
  const all = [accountRow(rows, findings.get(undefined) ?? NONE, suppressed.get(undefined) ?? NONE), ...rows];
  const map: ResponsibilityMap = { analysis, rows: all, summary: summarize(all) };
  made.set(map, after);
  return map;
}

/** The duties of one resource alone; undefined while there is no analysis. */
export function dutiesOf(document: Document, resource: Resource): DutyRow | undefined {
  const { analysis } = document;
  if (!analysis) return undefined;
  const mine = (finding: Finding) => isOn(finding, resource);
  return makeRow(document, resource, analysis.findings.filter(mine), analysis.suppressed.filter(mine)).row;
}

/** Counts the author's duties. */
export function summarize(rows: readonly DutyRow[]): DutySummary {
  const counts = { duties: 0, done: 0, open: 0, unknown: 0 };
  for (const row of rows) {
    const { duties, done, open, unknown } = countRow(row);
    counts.duties += duties;
    counts.done += done;
    counts.open += open;
    counts.unknown += unknown;
  }
  return counts;
}

const counted = new WeakMap<DutyRow, DutySummary>();

function countRow(row: DutyRow): DutySummary {
  const known = counted.get(row);
  if (known) return known;
  const yours = row.cells.filter((cell) => cell.counted);
  const count = (state: DutyState) => yours.filter((cell) => cell.state === state).length;
  const counts = { duties: yours.length, done: count('done'), open: count('open'), unknown: count('unknown') };
  counted.set(row, counts);
  return counts;
}

const NONE: readonly Finding[] = [];

interface MadeRow {
  readonly row: DutyRow;
  readonly found: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly reads: Reads;
}

const made = new WeakMap<ResponsibilityMap, ReadonlyMap<Resource, MadeRow>>();

function same(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, at) => finding === b[at]);
}

function isOn(finding: Finding, resource: Resource): boolean {
  return finding.resource
    ? finding.resource.logicalId === resource.logicalId
    : finding.place.block === resource.block && resource.key.block === resource.block;
}

/** Findings by resource; those of the template as a whole belong to the resource they point at, else to none. */
function byResource(
  findings: readonly Finding[],
  resources: Iterable<Resource>,
): ReadonlyMap<Resource | undefined, readonly Finding[]> {
  const groups = new Map<Resource | undefined, Finding[]>();
  if (findings.length === 0) return groups;
  const list = [...resources];
  const ids = new Map(list.map((resource) => [resource.logicalId, resource]));
  const blocks = new Map(list.map((resource) => [resource.block, resource]));
  for (const finding of findings) {
    const { resource, place } = finding;
    const owner = resource ? ids.get(resource.logicalId) : blocks.get(place.block);
    const group = groups.get(owner);
    if (group) group.push(finding);
    else groups.set(owner, [finding]);
  }
  return groups;
}

function makeRow(
  document: Document,
  resource: Resource,
  found: readonly Finding[],
  ignored: readonly Finding[],
): MadeRow {
  const { responsibilities } = document;
  const knowledge = responsibilities.of(resource.type) ?? responsibilities.of(resource.authoredType);
  const reads: Reads[] = [];
  const cells = ASPECT_ORDER.map((aspect, at): DutyCell => {
    const known = knowledge?.aspects[at];
    const findings = found.filter(({ rule }) => rule.aspect === aspect);
    const suppressed = ignored.filter(({ rule }) => rule.aspect === aspect);
    const cell = { aspect, who: known?.who, findings, suppressed, undecided: [] };
    if (findings.length > 0) return { ...cell, state: 'open', counted: true };
    if (!known) return { ...cell, state: 'unknown', counted: false };
    if (!known.applicable || isAccountWide(known)) return { ...cell, state: 'not-applicable', counted: false };
    if (known.who === 'aws') return { ...cell, state: 'aws', counted: false };
    const { state, undecided } = standing(document, resource, known, reads);
    return { ...cell, state, undecided, counted: true };
  });
  return { row: { resource, knowledge, cells }, found, ignored, reads: Reads.union(reads) };
}

/** A duty no rule complains of: done where a rule can tell. */
function standing(
  { analysis, schema }: Document,
  resource: Resource,
  known: AspectKnowledge,
  reads: Reads[],
): { readonly state: DutyState; readonly undecided: readonly string[] } {
  if (!analysis || rulesFor(analysis.options, resource.type, known.aspect).length === 0) {
    return { state: 'unknown', undecided: [] };
  }
  const { faults, template, options } = analysis;
  const undecided = undecidedProperties(resource, known, template, options, schema);
  reads.push(undecided.reads);
  const failed = faults.some((fault) => fault.resource === resource.logicalId);
  return { state: failed || undecided.paths.length > 0 ? 'unknown' : 'done', undecided: undecided.paths };
}

/** The root user and everyone's sign-in are one duty of the account, whatever it holds. */
export function isAccountWide({ aspect, inherited }: AspectKnowledge): boolean {
  return aspect === 'account-credentials' && inherited;
}

/** What is counted once: the account's credentials, and findings on the template as a whole. */
function accountRow(rows: readonly DutyRow[], found: readonly Finding[], ignored: readonly Finding[]): DutyRow {
  const duty = rows.flatMap(({ knowledge }) => knowledge?.aspects.filter(isAccountWide) ?? [])[0];
  const cells = ASPECT_ORDER.map((aspect): DutyCell => {
    const findings = found.filter(({ rule }) => rule.aspect === aspect);
    const suppressed = ignored.filter(({ rule }) => rule.aspect === aspect);
    const cell = { aspect, findings, suppressed, undecided: [] };
    if (findings.length > 0) return { ...cell, who: 'you', state: 'open', counted: true };
    if (duty && aspect === duty.aspect) return { ...cell, who: duty.who, state: 'unknown', counted: true };
    return { ...cell, who: undefined, state: 'not-applicable', counted: false };
  });
  return { resource: undefined, knowledge: undefined, cells };
}
