import { type Fix, proveEdits } from '#edit';
import { buildTemplate } from '#model';
import type { Analysis, ProvenFix } from './analysis.ts';
import { analyze } from './analyze.ts';
import type { Finding } from './finding.ts';
import { atLeast } from './severity.ts';

/**
 * Tries a fix in memory: it parses without new errors, changes what it says and nothing else, the finding is gone in every
 * world, and nothing as severe came in its place. Undefined when any of that fails: such a fix is not offered.
 */
export function proveFix(analysis: Analysis, finding: Finding, fix: Fix): ProvenFix | undefined {
  const edited = proveEdits(analysis.template.tree, fix.intents);
  const template = edited && buildTemplate(edited.tree, analysis.template);
  if (!edited || !template) return undefined;
  const after = analyze(template, analysis.options, analysis);
  if (after.faults.length > analysis.faults.length) return undefined;
  const before = tally(analysis.findings);
  const now = tally(after.findings);
  const name = nameOf(finding);
  if ((now.get(name) ?? 0) >= (before.get(name) ?? 0)) return undefined;
  const worse = after.findings.some(
    (other) =>
      atLeast(other.severity, finding.severity) && (now.get(nameOf(other)) ?? 0) > (before.get(nameOf(other)) ?? 0),
  );
  return worse ? undefined : { fix, edits: edited.edits };
}

/** What makes two findings of different versions of a text the same. */
function nameOf({ rule, resource, message }: Finding): string {
  return JSON.stringify([rule.id, resource?.logicalId, message]);
}

function tally(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
  return counts;
}
