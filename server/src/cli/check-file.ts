import { readFileSync } from 'node:fs';
import type { AnalysisOptions } from '#analysis';
import { applyFixes } from '#features';
import type { Service } from '#service';
import type { CheckCommand } from './arguments.ts';
import { attempt, reasonOf } from './failure.ts';
import type { FoundFile } from './find-files.ts';
import type { FileReport } from './report.ts';
import { reportOn, type ScannedFile, scanFile } from './scan-file.ts';
import { unifiedDiff } from './unified-diff.ts';
import { writeAtomically } from './write-file.ts';

/** What of a command decides about one file. */
export type FileCommand = Pick<CheckCommand, 'fix' | 'diff'>;

/** What became of one file, as plain data that can come from another thread. */
export interface FileOutcome {
  readonly report: FileReport;
  /** What the fixes would change, when only that was asked for. */
  readonly diff: string;
  readonly fixed: number;
  /** Why the fixes could not be written. */
  readonly notWritten: string | undefined;
  /** Rules that failed, by id: bugs of ours. */
  readonly faults: readonly (readonly [rule: string, message: string])[];
}

/** Reads a file, checks it, and fixes it when the command says so. Never throws: what goes wrong is in the outcome. */
export function checkFile(
  file: FoundFile,
  command: FileCommand,
  service: Service,
  options: AnalysisOptions,
  read: () => Uint8Array = () => readFileSync(file.absolute),
): FileOutcome {
  const bytes = attempt(read);
  if (bytes instanceof Error) return unreadable(file, bytes);
  const scanned = scanFile(service, options, { ...file, bytes });
  const faults = (scanned.document?.analysis?.faults ?? []).map(
    ({ rule, error }) => [rule, error instanceof Error ? error.message : String(error)] as const,
  );
  const checked = { report: scanned.report, diff: '', fixed: 0, notWritten: undefined, faults };
  return command.fix === undefined ? checked : { ...checked, ...fix(scanned, file, command, service, options) };
}

function unreadable({ path }: FoundFile, error: Error): FileOutcome {
  const start = { line: 0, character: 0 };
  const reason = { message: reasonOf(error), range: { start, end: start } };
  const report = { path, kind: undefined, error: reason, unknownIgnores: [], findings: [], text: '' };
  return { report, diff: '', fixed: 0, notWritten: undefined, faults: [] };
}

/** Applies what the command allows. The report is on the text as it then stands in the file. */
function fix(
  { document, report, byteOrderMark }: ScannedFile,
  file: FoundFile,
  command: FileCommand,
  service: Service,
  options: AnalysisOptions,
): Partial<FileOutcome> {
  // In a file that does not parse nothing is certain, and its author has to go there anyway.
  if (!document?.analysis || report.error) return {};
  const { edits, text, applied } = applyFixes(document, (_, { safety }) => command.fix === 'all' || safety === 'safe');
  if (edits.length === 0) return {};
  const fixed = applied.length;
  if (command.diff) return { diff: unifiedDiff(file.path, document.tree.text, edits), fixed };
  const failure = attempt(() => writeAtomically(file.absolute, byteOrderMark ? `\uFEFF${text}` : text));
  if (failure instanceof Error) return { notWritten: reasonOf(failure) };
  // Read again from nothing: the report is on what the file now says, whatever led there.
  return {
    report: reportOn(service.open({ name: file.path, text }, options), file.path, file.named),
    fixed,
  };
}
