import { fixTitle } from '#features';
import type { FileReport, Report, ReportedFinding } from '../report.ts';
import { countOf, sentence } from './words.ts';

/** A Markdown table per template, for the summary of a build or a comment on a pull request. */
export function markdown({ files, known }: Report): string {
  const shown = files.filter(({ findings, error }) => findings.length > 0 || error !== undefined);
  const templates = files.filter(({ kind }) => kind !== undefined).length;
  if (shown.length === 0)
    return `Remit found nothing ${known === undefined ? '' : 'new '}in ${countOf(templates, 'template')}.\n`;
  return shown.map(ofFile).join('\n');
}

function ofFile({ path, error, findings }: FileReport): string {
  const wrong = error ? `Not readable in full, line ${error.range.start.line + 1}: ${cell(error.message)}\n\n` : '';
  const head = '| Severity | Line | Resource | Finding | Rule | Fix |\n| --- | --- | --- | --- | --- | --- |\n';
  return `### ${path}\n\n${wrong}${findings.length === 0 ? '' : head}${findings.map(row).join('')}`;
}

function row(finding: ReportedFinding): string {
  const { severity, range, resource, rule, controls, fixes } = finding;
  const [fix] = fixes;
  const cells = [
    severity,
    String(range.start.line + 1),
    resource ?? '',
    sentence(finding),
    `\`${rule}\`${controls.length > 0 ? ` (${controls.join(', ')})` : ''}`,
    fix ? fixTitle(fix) : '',
  ];
  return `| ${cells.map(cell).join(' | ')} |\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
