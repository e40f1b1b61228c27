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
  const analysis = analysisToFix(document, finding);
  return analysis ? fixesOf(analysis, finding).flatMap((fix) => tryFix(analysis, finding, fix) ?? []) : [];
}

/**
 * The analysis that fixes of a finding are worked out and proven in: that of the text as it is, for while a block does not parse a
 * document shows what the text was. Undefined for a finding that only holds of what it was, or in a block that does not parse.
 */
export function analysisToFix(document: Document, finding: Finding): Analysis | undefined {
  const exact = document.exact();
  const { analysis } = exact;
  if (finding.place.block.errors.length > 0) return undefined;
  return exact === document || analysis?.findings.includes(finding) ? analysis : undefined;
}

/**
 * How many fixes of a document are proven at most. Proving one costs more the larger the template is: all of a usual template's,
 * a few hundred at 500 resources (the most CloudFormation takes), few or none of a text that can never be deployed.
 */
export function mostProofs({ tree }: Document): number {
  return Math.min(2000, Math.ceil(4_000_000 / tree.blocks.length ** 1.5));
}
