import { fixTitle } from '#features';
import type { FileReport, Range, Report, ReportedFinding } from '../report.ts';
import { sentence } from './words.ts';

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function github({ files }: Report): string {
  return files
    .flatMap((file) => [
      ...(file.error ? [command('error', file, file.error.range, 'Not readable in full', file.error.message)] : []),
      ...file.findings.map((finding) => command(levelOf(finding), file, finding.range, finding.rule, textOf(finding))),
    ])
    .join('');
}

function levelOf({ severity }: ReportedFinding): string {
  if (severity === 'critical') return 'error';
  return severity === 'high' || severity === 'medium' ? 'warning' : 'notice';
}

function textOf(finding: ReportedFinding): string {
  const fixes = finding.fixes.map((fix) => `\nFix: ${fixTitle(fix)}`);
  return `${sentence(finding)}${fixes.join('')}`;
}

function command(level: string, { path }: FileReport, { start, end }: Range, title: string, message: string): string {
  const properties = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns mean nothing across lines.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: `Remit: ${title}`,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
