import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Fix,
  Log,
  Notification,
  Region,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif';
import type { AnyRule, Severity } from '#analysis';
import { fixTitle } from '#features';
import type { FileReport, Range, Report, ReportedFix } from '../report.ts';
import { sentence } from './words.ts';

/**
 * SARIF 2.1.0 (OASIS), with rules, fixes and fingerprints that survive edits elsewhere in the file. What lies in `cwd` is named
 * relative to it, so that the log reads the same on every machine.
 */
export function sarif({ files }: Report, rules: readonly AnyRule[], version: string, cwd: string): string {
  const used = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const shown = rules.filter(({ id }) => used.has(id));
  const indexOf = new Map(shown.map(({ id }, at) => [id, at]));
  const locate = (path: string) => locationOf(path, cwd);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Remit', semanticVersion: version, rules: shown.map(ofRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: pathToFileURL(`${cwd}/`).href } },
        artifacts: files.filter(({ kind }) => kind !== undefined).map(({ path }) => ({ location: locate(path) })),
        invocations: [
          {
            executionSuccessful: files.every(({ error }) => error === undefined),
            toolExecutionNotifications: files.flatMap((file) => notificationOf(file, locate)),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, indexOf, locate)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ofRule({ id, title, why, remedy, references, severity, category }: AnyRule): ReportingDescriptor {
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

type Locate = (path: string) => ArtifactLocation;
type Level = NonNullable<ReportingConfiguration['level']>;

const levels: Readonly<Record<Severity, Level>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' };
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

function resultsOf(file: FileReport, indexOf: ReadonlyMap<string, number>, locate: Locate): Result[] {
  const artifactLocation = locate(file.path);
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const cause = [artifactLocation.uri, finding.rule, finding.resource ?? '', finding.message].join('\n');
    const repeat = seen.get(cause) ?? 0;
    seen.set(cause, repeat + 1);
    return {
      ruleId: finding.rule,
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      level: levels[finding.severity],
      message: { text: sentence(finding) },
      locations: [
        {
          physicalLocation: { artifactLocation, region: regionOf(finding.range) },
          ...(finding.resource !== undefined && { logicalLocations: [{ name: finding.resource, kind: 'resource' }] }),
        },
      ],
      partialFingerprints: {
        'remit/v1': createHash('sha256').update(`${cause}\n${repeat}`).digest('hex').slice(0, 32),
      },
      ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => ofFix(artifactLocation, fix)) }),
      properties: { severity: finding.severity, peers: finding.peers },
    };
  });
}

function ofFix(artifactLocation: ArtifactLocation, fix: ReportedFix): Fix {
  const replacements = fix.edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: fixTitle(fix) },
    artifactChanges: [{ artifactLocation, replacements }],
  };
}

function notificationOf({ path, error }: FileReport, locate: Locate): Notification[] {
  if (!error) return [];
  const physicalLocation = { artifactLocation: locate(path), region: regionOf(error.range) };
  return [{ level: 'error', message: { text: error.message }, locations: [{ physicalLocation }] }];
}

/** SARIF counts lines and columns from 1, the end column excluded. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The name that viewers know the root of the sources by. */
const ROOT = '%SRCROOT%';

function locationOf(path: string, cwd: string): ArtifactLocation {
  const absolute = resolve(cwd, path);
  const inside = relative(cwd, absolute);
  if (isAbsolute(inside) || inside.split(sep)[0] === '..') return { uri: pathToFileURL(absolute).href };
  return { uri: inside.split(sep).map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}
