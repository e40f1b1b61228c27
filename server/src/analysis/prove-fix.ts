import { type Fix, proveEdits } from '#edit';
import { buildTemplate } from '#model';
import type { Analysis, ProvenFix } from './analysis.ts';
import { analyze, unshared } from './analyze.ts';
import { breaksDeployment } from './breaks-deployment.ts';
import type { Finding } from './finding.ts';
import { findsMore, nameOf } from './finds-more.ts';
import { planOf } from './plan.ts';

/**
 * Tries a fix in memory: it parses without new errors, changes what it says and nothing else, the finding is gone in every
 * world, nothing as severe came in its place in any world, and what could be deployed still can. Undefined when any of that fails: such a
 * fix is not offered.
 */
export function proveFix(analysis: Analysis, finding: Finding, fix: Fix): ProvenFix | undefined {
  const edited = proveEdits(analysis.template.tree, fix.intents);
  const template = edited && buildTemplate(edited.tree, analysis.template);
  if (!edited || !template) return undefined;
  const after = analyze(template, analysis.options, analysis);
  if (after.faults.length > analysis.faults.length) return undefined;
  const name = nameOf(finding);
  const [before, now] = unshared(analysis, after);
  if (countOf(name, now) >= countOf(name, before)) return undefined;
  if (findsMore({ analysis, findings: before }, { analysis: after, findings: now }, finding.severity)) return undefined;
  if (breaksDeployment(analysis.template, template, planOf(analysis.options).pins)) return undefined;
  return { fix, edits: edited.edits };
}

function countOf(name: string, findings: readonly Finding[]): number {
  return findings.filter((finding) => nameOf(finding) === name).length;
}
