import { type Analysis, type Finding, fixesOf, type ProvenFix, proveFix } from '#analysis';
import type { Fix } from '#edit';
import type { Document } from './document.ts';

const proven = new WeakMap<Analysis, Map<Fix, ProvenFix | undefined>>();

/** A fix of a finding, proven on the text as it is; undefined when it does not hold. Each is proven once per analysis. */
export function tryFix(analysis: Analysis, finding: Finding, fix: Fix): ProvenFix | undefined {
  const known = proven.get(analysis) ?? new Map<Fix, ProvenFix | undefined>();
  proven.set(analysis, known);
  if (known.has(fix)) return known.get(fix);
  const result = proveFix(analysis, finding, fix);
  known.set(fix, result);
  return result;
}

/** The fixes of a finding that hold, the best first. Nothing for a finding in a block that does not parse. */
export function provenFixes(document: Document, finding: Finding): readonly ProvenFix[] {
  const { analysis } = document;
  const { block } = finding.place;
  if (!analysis || !document.isCurrent(block) || block.errors.length > 0) return [];
  return fixesOf(analysis, finding).flatMap((fix) => tryFix(analysis, finding, fix) ?? []);
}

/**
 * How many fixes of a document are proven at most. Proving one costs more the larger the template is: all of a usual template's,
 * a few hundred at 500 resources (the most CloudFormation takes), few or none of a text that can never be deployed.
 */
export function mostProofs({ tree }: Document): number {
  return Math.min(2000, Math.ceil(4_000_000 / tree.blocks.length ** 1.5));
}
