import type { Place } from '#model';
import type { Finding } from './finding.ts';

/**
 * Leaves out what a rule says of the template where a rule on a resource traces its own finding, of the same category, to the very
 * place: a secret parameter that is shown is one finding, and the resource that it opens says it best.
 */
export function onePerCause(findings: readonly Finding[]): Finding[] {
  if (!findings.some(isOfTemplate)) return [...findings];
  const traced = findings.flatMap((finding) =>
    isOfTemplate(finding) ? [] : finding.related.map(({ place }) => ({ place, category: finding.rule.category })),
  );
  return findings.filter(
    (finding) =>
      !isOfTemplate(finding) ||
      !traced.some(({ place, category }) => category === finding.rule.category && isSame(place, finding.place)),
  );
}

function isOfTemplate({ resource }: Finding): boolean {
  return resource === undefined;
}

function isSame(a: Place, b: Place): boolean {
  return a.block === b.block && a.span.start === b.span.start && a.span.end === b.span.end;
}
