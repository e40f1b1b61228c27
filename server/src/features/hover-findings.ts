import type { Finding, Severity } from '#analysis';
import { messageOf } from './diagnostics.ts';
import type { Document } from './document.ts';

/** The findings whose squiggle lies under an offset, the gravest first. */
export function findingsAt(document: Document, offset: number): readonly Finding[] {
  const findings = document.analysis?.findings ?? [];
  return byWeight(
    findings.filter(({ place }) => {
      const { start, end } = document.spanOf(place);
      return start <= offset && offset <= end;
    }),
  );
}

/** The gravest first; of equal ones the earlier. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => weights[a.severity] - weights[b.severity]);
}

const weights: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** What is wrong, why it matters, what to do, where to read on. */
export function describeFindings(document: Document, findings: readonly Finding[]): readonly string[] {
  // More than two in full would be a wall of text.
  const most = findings.length > 2 ? 1 : 2;
  const full = findings.slice(0, most).map((finding) => inFull(document, finding));
  const rest = findings.slice(most).map((finding) => inBrief(document, finding));
  return rest.length === 0 ? full : [...full, rest.join('\n')];
}

function inFull(document: Document, finding: Finding): string {
  const { rule, severity } = finding;
  return [`**${messageOf(finding)}** · ${severity}`, rule.why, `${rule.remedy} (${link(document, rule.id)})`].join(
    '\n\n',
  );
}

/** One line of a list. */
export function inBrief(document: Document, finding: Finding): string {
  return `- ${finding.severity}: ${messageOf(finding)} (${link(document, finding.rule.id)})`;
}

/** A rule's id, leading to its page where there is one. */
export function link(document: Document, rule: string): string {
  const page = document.pageOf(rule);
  return page === undefined ? `\`${rule}\`` : `[${rule}](${page})`;
}
