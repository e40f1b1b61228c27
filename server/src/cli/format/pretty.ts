import type { createColors } from 'picocolors';
import { SEVERITIES, type Severity } from '#analysis';
import { fixTitle } from '#features';
import type { FileReport, Report, ReportedFinding } from '../report.ts';
import { countOf, ruleName, sentence } from './words.ts';

export type Colors = ReturnType<typeof createColors>;

/**
 * For people: each finding with its place, its line and its fixes, then a line that sums up. What does not parse is said on
 * standard error, whatever the format.
 */
export function pretty(report: Report, colors: Colors): string {
  // Why there is none to check is said on standard error, too.
  if (report.files.length === 0) return '';
  const blocks = report.files.flatMap((file) => ofFile(file, colors));
  return [...blocks, summary(report, colors)].join('\n');
}

function ofFile(file: FileReport, colors: Colors): string[] {
  const lines = file.text.split(/\r\n|\n|\r/);
  return file.findings.map((finding) => ofFinding(file, finding, lines, colors));
}

function ofFinding(file: FileReport, finding: ReportedFinding, lines: readonly string[], colors: Colors): string {
  const paint = paintOf(finding.severity, colors);
  const head = `${place(file, finding)}  ${paint(finding.severity)}  ${sentence(finding)}  ${colors.dim(ruleName(finding))}`;
  const fixes = finding.fixes.map((fix) => `      ${colors.green('fix')}: ${fixTitle(fix)}\n`);
  return `${head}\n${frame(lines, finding, paint, colors)}${fixes.join('')}`;
}

function place({ path }: FileReport, { range }: Pick<ReportedFinding, 'range'>): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}`;
}

function paintOf(severity: Severity, colors: Colors): (text: string) => string {
  return { critical: colors.red, high: colors.yellow, medium: colors.blue, low: colors.cyan }[severity];
}

/** The widest line that is shown whole; of a minified file there is no more to see than its place. */
const WIDEST = 160;

function frame(
  lines: readonly string[],
  { range: { start, end } }: Pick<ReportedFinding, 'range'>,
  paint: (text: string) => string,
  colors: Colors,
): string {
  const line = lines[start.line];
  if (line === undefined || line.length > WIDEST) return '';
  const until = end.line === start.line ? end.character : line.length;
  const marks = '^'.repeat(Math.max(1, until - start.character));
  // Tabs keep their width under the line above.
  const indent = line.slice(0, start.character).replace(/[^\t]/g, ' ');
  const number = String(start.line + 1).padStart(5);
  return `${colors.dim(`${number} |`)} ${line}\n${colors.dim('      |')} ${indent}${paint(marks)}\n`;
}

function summary({ files, known }: Report, colors: Colors): string {
  const findings = files.flatMap((file) => file.findings);
  const templates = files.filter(({ kind }) => kind !== undefined).length;
  const errors = files.filter(({ error }) => error !== undefined).length;
  const broken = errors === 0 ? '' : colors.red(`, ${countOf(errors, 'file')} not readable in full`);
  if (templates === 0) return `No CloudFormation or SAM template among ${countOf(files.length, 'file')}${broken}.\n`;
  if (findings.length === 0)
    return `${colors.green(known === undefined ? 'Nothing found' : 'Nothing new found')} in ${countOf(templates, 'template')}${broken}.\n`;
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paintOf(severity, colors)(`${count} ${severity}`));
  const fixable = findings.filter(({ fixes }) => fixes.length > 0).length;
  const safe = findings.filter(({ fixes }) => fixes.some((fix) => fix.safety === 'safe')).length;
  const fixes =
    fixable === 0
      ? ''
      : safe === 0
        ? ` ${fixable} can be fixed, with --unsafe-fixes.`
        : ` ${fixable} can be fixed, ${safe} safely with --fix.`;
  const total = `${countOf(findings.length, known === undefined ? 'finding' : 'new finding')} (${counts.join(', ')}) in ${countOf(templates, 'template')}`;
  return `${total}${broken}.${fixes}\n`;
}
