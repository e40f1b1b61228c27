import { createHash } from 'node:crypto';
import type { AnyRule, Severity } from '#analysis';
import { fixTitle } from '#features';
import type { FileReport, Range, Report, ReportedFix } from '../report.ts';
import { sentence } from './words.ts';

/** SARIF 2.1.0 (OASIS), with rules, fixes and fingerprints that survive edits elsewhere in the file. */
export function sarif({ files }: Report, rules: readonly AnyRule[], version: string): string {
  const used = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const shown = rules.filter(({ id }) => used.has(id));
  const indexOf = new Map(shown.map(({ id }, at) => [id, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Remit', semanticVersion: version, rules: shown.map(ofRule) } },
        columnKind: 'utf16CodeUnits',
        artifacts: files
          .filter(({ kind }) => kind !== undefined)
          .map(({ path }) => ({ location: { uri: uriOf(path) } })),
        invocations: [
          {
            executionSuccessful: files.every(({ error }) => error === undefined),
            toolExecutionNotifications: files.flatMap(notificationOf),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, indexOf)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ofRule({ id, title, why, remedy, references, severity, category }: AnyRule) {
  const [helpUri] = references;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\n${remedy}`,
      markdown: [why, remedy, ...references.map((each) => `<${each}>`)].join('\n\n'),
    },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    // GitHub code scanning orders results by this number, from 0 to 10.
    properties: { tags: ['security', category], 'security-severity': scores[severity] },
  };
}

const levels: Readonly<Record<Severity, string>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' };
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

function resultsOf(file: FileReport, indexOf: ReadonlyMap<string, number>) {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const cause = [file.path, finding.rule, finding.resource ?? '', finding.message].join('\n');
    const repeat = seen.get(cause) ?? 0;
    seen.set(cause, repeat + 1);
    return {
      ruleId: finding.rule,
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      level: levels[finding.severity],
      message: { text: sentence(finding) },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: uriOf(file.path) }, region: regionOf(finding.range) },
          ...(finding.resource !== undefined && { logicalLocations: [{ name: finding.resource, kind: 'resource' }] }),
        },
      ],
      partialFingerprints: {
        'remit/v1': createHash('sha256').update(`${cause}\n${repeat}`).digest('hex').slice(0, 32),
      },
      ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => ofFix(file, fix)) }),
      properties: { severity: finding.severity, peers: finding.peers },
    };
  });
}

function ofFix({ path }: FileReport, fix: ReportedFix) {
  const replacements = fix.edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: fixTitle(fix) },
    artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements }],
  };
}

function notificationOf({ path, error }: FileReport) {
  if (!error) return [];
  const physicalLocation = { artifactLocation: { uri: uriOf(path) }, region: regionOf(error.range) };
  return [{ level: 'error', message: { text: error.message }, locations: [{ physicalLocation }] }];
}

/** SARIF counts lines and columns from 1, the end column excluded. */
function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
