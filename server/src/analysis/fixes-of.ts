import type { Fix } from '#edit';
import type { Analysis } from './analysis.ts';
import type { Finding } from './finding.ts';
import { planOf } from './plan.ts';
import { proposeFixes, readyFixes } from './run-rule.ts';

const known = new WeakMap<Analysis, Map<Finding, readonly Fix[]>>();

/** The fixes that the rule of a finding proposes, the best first. Not proven yet: see `proveFix`. None when the rule throws. */
export function fixesOf(analysis: Analysis, finding: Finding): readonly Fix[] {
  const ofAnalysis = known.get(analysis) ?? new Map<Finding, readonly Fix[]>();
  known.set(analysis, ofAnalysis);
  const fixes = readyFixes(finding) ?? ofAnalysis.get(finding) ?? propose(analysis, finding);
  ofAnalysis.set(finding, fixes);
  return fixes;
}

function propose({ template, options }: Analysis, finding: Finding): readonly Fix[] {
  try {
    return proposeFixes(finding.rule, finding.resource, template, planOf(options).pins, finding);
  } catch {
    // A rule that throws here threw as well when it was run for findings, or its fault shows when it next is: a fix is no loss.
    return [];
  }
}
