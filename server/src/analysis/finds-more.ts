import { holdsInMoreWorlds } from '#evaluate';
import type { Analysis } from './analysis.ts';
import type { Finding } from './finding.ts';
import { planOf } from './plan.ts';
import type { Severity } from './rule.ts';
import { exploreFinding } from './run-rule.ts';
import { atLeast } from './severity.ts';

/** What was found in one version of a template; what both versions share may be left out of both. */
export interface Found {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/**
 * Whether the second of two versions of a template has a finding at or above a severity that the first has not: one more of its name,
 * one that weighs more now, or one that now holds in worlds where it did not.
 */
export function findsMore(before: Found, after: Found, severity: Severity): boolean {
  const earlier = byName(before.findings);
  return [...byName(after.findings)].some(([name, findings]) => {
    if (!findings.some((finding) => atLeast(finding.severity, severity))) return false;
    const known = earlier.get(name) ?? [];
    if (findings.length > known.length) return true;
    const worst = known.filter((finding) => atLeast(finding.severity, severity)).length;
    if (findings.filter((finding) => atLeast(finding.severity, severity)).length > worst) return true;
    return whens(findings) !== whens(known) && holdsMore(before.analysis, known, after.analysis, findings);
  });
}

/** What makes two findings of different versions of a text the same. */
export function nameOf({ rule, resource, message }: Finding): string {
  return JSON.stringify([rule.id, resource?.logicalId, message]);
}

/** The findings of one name, together. */
function byName(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(nameOf(finding));
    if (group) group.push(finding);
    else groups.set(nameOf(finding), [finding]);
  }
  return groups;
}

function whens(findings: readonly Finding[]): string {
  return JSON.stringify(findings.map(({ when }) => when ?? '').sort());
}

function holdsMore(
  before: Analysis,
  [known]: readonly Finding[],
  after: Analysis,
  [finding]: readonly Finding[],
): boolean {
  if (!known || !finding) return true;
  const [then, now] = [
    exploreFinding(known, before.template, planOf(before.options).pins),
    exploreFinding(finding, after.template, planOf(after.options).pins),
  ];
  const holds = (messages: readonly string[]) => messages.includes(finding.message);
  return holdsInMoreWorlds(then, holds, now, holds);
}
