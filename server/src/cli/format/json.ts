import type { FileReport, Range, Report, ReportedFinding } from '../report.ts';

/** One JSON object, version 1 of the contract: every key always there, in this order, `null` for what is not. */
export function json({ files }: Report): string {
  return `${JSON.stringify({ version: 1, files: files.map(ofFile) }, undefined, 2)}\n`;
}

function ofFile({ path, kind, error, findings }: FileReport) {
  return {
    path,
    kind: kind ?? null,
    error: error ? { message: error.message, range: ofRange(error.range) } : null,
    findings: findings.map(ofFinding),
  };
}

function ofFinding(finding: ReportedFinding) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    message: finding.message,
    resource: finding.resource ?? null,
    resourceType: finding.resourceType ?? null,
    when: finding.when ?? null,
    range: ofRange(finding.range),
    peers: finding.peers,
    fixes: finding.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ range, newText }) => ({ range: ofRange(range), newText })),
    })),
  };
}

function ofRange({ start, end }: Range) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
