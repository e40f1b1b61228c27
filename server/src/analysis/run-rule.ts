import type { Fix, Intent } from '#edit';
import { type Exploration, explore, type Leaf, type Reads, shortestWhen, viewResource, viewTemplate } from '#evaluate';
import type { Domain, Place, Resource, Template } from '#model';
import type { Fault, Finding } from './finding.ts';
import type { AnyRule, Report, ReportDetails, Severity } from './rule.ts';
import { atLeast } from './severity.ts';

/** What one rule said of one resource (or of the template), and what it read to say so. */
export interface RuleResult {
  readonly findings: readonly Finding[];
  readonly fault: Fault | undefined;
  readonly reads: Reads | undefined;
}

/** Runs a rule in every world of a resource and merges what it reports. A rule that throws costs one fault. */
export function runRule(
  rule: AnyRule,
  resource: Resource | undefined,
  template: Template,
  pins: ReadonlyMap<string, Domain>,
  severity: Severity | undefined,
): RuleResult {
  try {
    const exploration = exploreRule(rule, resource, template, pins, false);
    return {
      findings: merge(rule, resource, template, exploration, severity),
      fault: undefined,
      reads: exploration.reads,
    };
  } catch (error) {
    return { findings: [], fault: { rule: rule.id, resource: resource?.logicalId, error }, reads: undefined };
  }
}

/** The fixes a rule proposes for one of its findings, those of one title as one; none when the rule does not find it any more. */
export function proposeFixes(
  rule: AnyRule,
  resource: Resource | undefined,
  template: Template,
  pins: ReadonlyMap<string, Domain>,
  finding: { readonly place: Place; readonly message: string },
): readonly Fix[] {
  const exploration = exploreRule(rule, resource, template, pins, true);
  const group = groupLeaves(exploration).find(({ first }) => isSame(first, finding));
  return group ? mergeFixes(group.fixes) : [];
}

/** The messages that the rule of a finding gives in each world of its resource. */
export function exploreFinding(
  { rule, resource }: { readonly rule: AnyRule; readonly resource: Resource | undefined },
  template: Template,
  pins: ReadonlyMap<string, Domain>,
): Exploration<readonly string[]> {
  const exploration = exploreRule(rule, resource, template, pins, false);
  const messagesOf = (reported: readonly Reported[]) => reported.map(({ message }) => message);
  const { blurred, leaves } = exploration;
  return {
    ...exploration,
    leaves: leaves.map((leaf) => ({ ...leaf, outcome: messagesOf(leaf.outcome) })),
    blurred: blurred && { outcome: blurred.outcome && messagesOf(blurred.outcome) },
  };
}

function exploreRule(
  rule: AnyRule,
  resource: Resource | undefined,
  template: Template,
  pins: ReadonlyMap<string, Domain>,
  withFixes: boolean,
): Exploration<readonly Reported[]> {
  return explore(template, pins, resource, (world): readonly Reported[] => {
    const reported: Reported[] = [];
    const report = reporter(reported, withFixes);
    if (rule.on === 'template') (rule as TemplateCheck).check(viewTemplate(world), report);
    else if (resource) (rule as ResourceCheck).check(viewResource(resource, world), report);
    return reported;
  });
}

type TemplateCheck = Extract<AnyRule, { readonly on: 'template' }>;
type ResourceCheck = Exclude<AnyRule, TemplateCheck>;

interface Named {
  readonly place: Place;
  readonly message: string;
}

interface Reported extends Named {
  readonly details: ReportDetails;
}

/** Fixes that a rule gives as a function are only worked out `withFixes`, and while their world can still be asked. */
function reporter(into: Reported[], withFixes: boolean): Report {
  return (at, message, details = {}) => {
    const fixes = withFixes && typeof details.fixes === 'function' ? details.fixes() : details.fixes;
    into.push({ place: at.place, message, details: { ...details, fixes } });
  };
}

/** The same words at the same place are one finding, whatever the worlds it was found in. */
function merge(
  rule: AnyRule,
  resource: Resource | undefined,
  template: Template,
  exploration: Exploration<readonly Reported[]>,
  severity: Severity | undefined,
): Finding[] {
  return groupLeaves(exploration).map((group): OwnFinding => {
    const { first, reports, leaves } = group;
    const worst = worstOf(reports, rule.severity);
    return {
      rule,
      severity: severity ?? worst.severity ?? rule.severity,
      message: first.message,
      place: first.place,
      resource,
      when: whenOf(exploration, first, leaves, template, resource),
      related: (worst.related ?? []).map(({ at, message }) => ({ place: at.place, message })),
      peers: worst.peers ?? rule.peers,
      atHand: group.hasMoreFixes ? undefined : mergeFixes(group.fixes),
    };
  });
}

interface OwnFinding extends Finding {
  /** The fixes, where the rule had them at hand and need not run again for them. */
  readonly atHand: readonly Fix[] | undefined;
}

/** The fixes of a finding if they were at hand when it was found. What they were made of was read, so they are as fresh as it is. */
export function readyFixes(finding: Finding): readonly Fix[] | undefined {
  return 'atHand' in finding ? (finding as OwnFinding).atHand : undefined;
}

/** A finding weighs as much as it does in the world in which it weighs most, and says what it says there. */
function worstOf(reports: readonly Reported[], usual: Severity): ReportDetails {
  const all = reports.map(({ details }) => details);
  return all.reduce((a, b) => (atLeast(a.severity ?? usual, b.severity ?? usual) ? a : b));
}

function groupLeaves(exploration: Exploration<readonly Reported[]>): readonly Group[] {
  const groups: Group[] = [];
  for (const leaf of exploration.leaves) {
    for (const reported of leaf.outcome) groupFor(reported, groups).add(reported, leaf);
  }
  return groups;
}

class Group {
  readonly first: Reported;
  readonly reports: Reported[] = [];
  readonly leaves = new Set<Leaf<readonly Reported[]>>();
  readonly fixes: Fix[] = [];
  /** Whether a fix takes a search, which is put off until somebody asks for it. */
  hasMoreFixes = false;

  constructor(first: Reported) {
    this.first = first;
  }

  add(reported: Reported, leaf: Leaf<readonly Reported[]>): void {
    this.reports.push(reported);
    this.leaves.add(leaf);
    if (typeof reported.details.fixes === 'function') this.hasMoreFixes = true;
    else this.fixes.push(...(reported.details.fixes ?? []).flatMap((fix) => fix ?? []));
  }
}

function groupFor(reported: Reported, groups: Group[]): Group {
  const known = groups.find((group) => isSame(group.first, reported));
  if (known) return known;
  const group = new Group(reported);
  groups.push(group);
  return group;
}

function isSame(a: Named, b: Named): boolean {
  return (
    a.message === b.message &&
    a.place.block === b.place.block &&
    a.place.span.start === b.place.span.start &&
    a.place.span.end === b.place.span.end
  );
}

function whenOf(
  exploration: Exploration<readonly Reported[]>,
  first: Reported,
  leaves: ReadonlySet<Leaf<readonly Reported[]>>,
  template: Template,
  resource: Resource | undefined,
): string | undefined {
  if (exploration.blurred?.outcome?.some((reported) => isSame(reported, first))) return undefined;
  return shortestWhen(exploration, leaves, template, resource);
}

/** Fixes of one title are one fix: what it changes in each world, together. */
function mergeFixes(fixes: readonly Fix[]): readonly Fix[] {
  const merged = new Map<string, Fix>();
  for (const fix of fixes) {
    const known = merged.get(fix.title);
    if (!known) merged.set(fix.title, fix);
    else {
      const added = fix.intents.filter((intent) => !known.intents.some((other) => sameIntent(intent, other)));
      if (added.length > 0) merged.set(fix.title, { ...known, intents: [...known.intents, ...added] });
    }
  }
  return [...merged.values()];
}

function sameIntent(a: Intent, b: Intent): boolean {
  const targets = [a, b].map((intent) => ('target' in intent ? intent.target : undefined));
  if (targets[0]?.at !== targets[1]?.at) return false;
  return describe(a) === describe(b);
}

function describe(intent: Intent): string {
  return JSON.stringify('target' in intent ? { ...intent, target: intent.target.path } : intent);
}
