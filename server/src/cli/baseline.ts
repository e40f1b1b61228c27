import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { type AnyRule, type Cause, compareWithBaseline, sortCauses } from '#analysis';
import { UsageError } from './arguments.ts';
import { attempt, reasonOf } from './failure.ts';
import { countOf } from './format/words.ts';
import type { FileReport, ReportedFinding } from './report.ts';
import { writeAtomically } from './write-file.ts';

/** A file of findings that are known and do not count. */
export interface Baseline {
  /** As the author names it. */
  readonly shown: string;
  readonly absolute: string;
  readonly known: readonly Cause[];
}

/** A report on a file, and where the file lies. */
export interface CheckedFile {
  readonly absolute: string;
  readonly report: FileReport;
}

/** What is left of reports when known findings are taken out. */
export interface WithoutKnown {
  readonly reports: readonly FileReport[];
  readonly known: number;
  /** Lines for standard error. */
  readonly notes: readonly string[];
}

/** Reads a baseline. Throws a UsageError for one that is missing, unless it is about to be written, or is something else. */
export function readBaseline(shown: string, absolute: string, isUpdated: boolean): Baseline {
  if (isUpdated && !existsSync(absolute)) return { shown, absolute, known: [] };
  const text = attempt(() => readFileSync(absolute, 'utf8'));
  if (text instanceof Error) {
    const hint = existsSync(absolute) ? '' : '; --update-baseline writes it';
    throw new UsageError(`${shown}: ${reasonOf(text)}${hint}`);
  }
  const content = attempt((): unknown => JSON.parse(text.replace(/^\uFEFF/, '')));
  const result = v.safeParse(baselineSchema, content);
  if (!result.success) throw new UsageError(`${shown}: is no baseline that this version of remit has written`);
  return { shown, absolute, known: result.output.findings };
}

const baselineSchema = v.strictObject({
  version: v.literal(1),
  findings: v.array(
    v.strictObject({ path: v.string(), resource: v.optional(v.string()), rule: v.string(), message: v.string() }),
  ),
});

/** Takes out of reports what a baseline knows, and says which of it is gone. */
export function withoutKnown(
  files: readonly CheckedFile[],
  baseline: Baseline,
  active: readonly AnyRule[],
  all: readonly AnyRule[],
): WithoutKnown {
  const { fresh, gone, found } = compare(files, baseline, active, all);
  const reports = files.map(({ report }) => ({
    ...report,
    findings: report.findings.filter((finding) => fresh.has(finding)),
  }));
  const known = found - fresh.size;
  const shown = gone.slice(0, MOST_SHOWN).map(({ path, resource, rule }) => [path, resource, rule].join(' '));
  const more = gone.length > MOST_SHOWN ? `, and ${gone.length - MOST_SHOWN} more` : '';
  const notes = [
    `${countOf(known, 'known finding')} not shown`,
    ...(gone.length > 0
      ? [`${countOf(gone.length, 'finding')} gone, --update-baseline forgets: ${shown.join(', ')}${more}`]
      : []),
  ];
  return { reports, known, notes: notes.map((note) => `${baseline.shown}: ${note}`) };
}

const MOST_SHOWN = 10;

/** Writes to a baseline what is found now; what this run could not find stays. Throws a UsageError when it cannot be written. */
export function updateBaseline(
  files: readonly CheckedFile[],
  baseline: Baseline,
  active: readonly AnyRule[],
  all: readonly AnyRule[],
): WithoutKnown {
  const { fresh, missing, gone, causes } = compare(files, baseline, active, all);
  const forgotten = new Set(gone);
  const next = sortCauses([...causes, ...missing.filter((cause) => !forgotten.has(cause))]);
  const failure = attempt(() => write(baseline.absolute, textOf(next)));
  if (failure instanceof Error) throw new UsageError(`${baseline.shown}: ${reasonOf(failure)}`);
  const reports = files.map(({ report }) => ({ ...report, findings: [] }));
  const note = `${baseline.shown}: knows ${countOf(next.length, 'finding')} now, ${fresh.size} new, ${gone.length} gone`;
  return { reports, known: causes.length, notes: [note] };
}

function compare(
  files: readonly CheckedFile[],
  { absolute, known }: Baseline,
  active: readonly AnyRule[],
  all: readonly AnyRule[],
) {
  const folder = dirname(absolute);
  const pathOf = (path: string) => relative(folder, path).split(sep).join('/');
  const causes = new Map(
    files.flatMap((file) => {
      const path = pathOf(file.absolute);
      return file.report.findings.map((finding): readonly [ReportedFinding, Cause] => {
        const { rule, resource, message } = finding;
        return [finding, { path, ...(resource !== undefined && { resource }), rule, message }];
      });
    }),
  );
  const { fresh, missing } = compareWithBaseline([...causes], ([, cause]) => cause, known);
  const seen = new Set(files.filter(({ report }) => !report.error).map((file) => pathOf(file.absolute)));
  const running = new Set(active.map(({ id }) => id));
  const existing = new Set(all.map(({ id }) => id));
  // Other files and rules than those of this run say nothing of what they would find.
  const gone = missing.filter(
    ({ path, rule }) =>
      (seen.has(path) || !existsSync(resolve(folder, path))) && (running.has(rule) || !existing.has(rule)),
  );
  return {
    causes: [...causes.values()],
    fresh: new Set([...fresh].map(([finding]) => finding)),
    missing,
    gone,
    found: causes.size,
  };
}

/** A finding a line, so that versions of the file compare well. */
function textOf(causes: readonly Cause[]): string {
  const lines = causes.map((cause) => `\n    ${JSON.stringify(cause)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

function write(path: string, text: string): void {
  if (existsSync(path)) writeAtomically(path, text);
  else writeFileSync(path, text);
}
