import type { FileReport, Report, ReportedFinding } from '../report.ts';
import { sentence } from './words.ts';

/** JUnit XML, for build servers that show tests: a suite per template, a failed case per finding, one passed case where there is none. */
export function junit({ files }: Report): string {
  const suites = files.filter(({ kind, error }) => kind !== undefined || error !== undefined);
  const failures = suites.reduce((sum, { findings }) => sum + findings.length, 0);
  const errors = suites.filter(({ error }) => error).length;
  const tests = suites.reduce((sum, file) => sum + casesOf(file), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Remit" tests="${tests}" failures="${failures}" errors="${errors}">
${suites.map(suite).join('')}</testsuites>
`;
}

function casesOf({ findings, error }: FileReport): number {
  return Math.max(1, findings.length + (error ? 1 : 0));
}

function suite(file: FileReport): string {
  const { path, findings, error } = file;
  const name = attribute(path);
  const cases = [
    ...(error
      ? [`    <testcase name="parses" classname="${name}"><error message="${attribute(error.message)}"/></testcase>\n`]
      : []),
    ...findings.map((finding) => failedCase(path, finding)),
    ...(findings.length === 0 && !error ? [`    <testcase name="nothing found" classname="${name}"/>\n`] : []),
  ];
  const counts = `tests="${casesOf(file)}" failures="${findings.length}" errors="${error ? 1 : 0}"`;
  return `  <testsuite name="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function failedCase(path: string, finding: ReportedFinding): string {
  const { rule, resource, severity, range } = finding;
  const name = attribute(resource === undefined ? rule : `${rule} ${resource}`);
  const line = range.start.line + 1;
  const message = attribute(sentence(finding));
  return `    <testcase name="${name}" classname="${attribute(path)}" file="${attribute(path)}" line="${line}">
      <failure type="${severity}" message="${message}">${attribute(path)}:${line}:${range.start.character + 1}</failure>
    </testcase>
`;
}

/** Escapes for attributes and text; characters that XML 1.0 cannot hold become U+FFFD. */
function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replace(/[^\t\r\u0020-\uFFFD]/g, '\uFFFD');
}
