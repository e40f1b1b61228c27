import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnalysisOptions, atLeast } from '#analysis';
import { applyFixes } from '#features';
import { parseParameterFile, type Service } from '#service';
import { type CheckCommand, UsageError } from './arguments.ts';
import { type LoadedConfig, loadConfig } from './config.ts';
import { type FoundFile, findFiles } from './find-files.ts';
import { createProgress } from './progress.ts';
import type { FileReport, Report } from './report.ts';
import { reportOn, type ScannedFile, scanFile } from './scan-file.ts';
import { unifiedDiff } from './unified-diff.ts';
import { writeAtomically } from './write-file.ts';

/** What a check came to. */
export interface Checked {
  readonly report: Report;
  /** The diff that was asked for. */
  readonly diff: string;
  /** Lines for standard error. */
  readonly notes: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** Runs `remit check`. Throws a UsageError for what the author has to put right first. */
export function check(command: CheckCommand, service: Service, cwd: string, stdin: () => Uint8Array): Checked {
  const { folder, config }: LoadedConfig =
    command.config === false ? { folder: cwd, config: {} } : loadConfig(command.config, cwd, service.rules);
  const options = service.options({
    profile: command.profile ?? config.profile,
    disabled: config.disable,
    severities: config.severities,
    parameters: parametersFrom(command.parameters, cwd) ?? parametersFrom(config.parameters, folder),
  });
  const { files, problems } = command.stdin
    ? { files: [{ path: command.stdinFilename, absolute: '', named: true }], problems: [] }
    : findFiles(command.paths, cwd, config.ignore, folder);

  const notes = problems.map((problem) => `remit: ${problem}`);
  const reports: FileReport[] = [];
  const diffs: string[] = [];
  let fixed = 0;
  const progress = createProgress(process.stderr);
  for (const file of files) {
    progress.at(reports.length, files.length);
    const scanned = checkFile(file, command.stdin ? stdin : () => readFileSync(file.absolute), service, options);
    if (typeof scanned === 'string') {
      notes.push(`remit: ${file.path}: ${scanned}`);
      continue;
    }
    const done = command.fix === undefined ? undefined : fix(scanned, file, command, service, options);
    reports.push(done?.report ?? scanned.report);
    diffs.push(done?.diff ?? '');
    notes.push(...(done?.notes ?? []));
    fixed += done?.fixed ?? 0;
  }
  progress.done();

  for (const { path, error } of reports) {
    if (error)
      notes.push(`remit: ${path}:${error.range.start.line + 1}:${error.range.start.character + 1}: ${error.message}`);
  }
  if (command.fix !== undefined)
    notes.push(`remit: ${command.diff ? 'would apply' : 'applied'} ${fixed === 1 ? '1 fix' : `${fixed} fixes`}`);
  const unread =
    reports.length < files.length || problems.length > 0 || reports.some(({ error }) => error !== undefined);
  const failed = notes.some((note) => note.startsWith(NOT_WRITTEN));
  const failOn = command.failOn ?? config.failOn ?? 'low';
  const found =
    failOn !== 'never' && reports.some(({ findings }) => findings.some(({ severity }) => atLeast(severity, failOn)));
  return { report: { files: reports }, diff: diffs.join(''), notes, exitCode: unread || failed ? 2 : found ? 1 : 0 };
}

function parametersFrom(file: string | undefined, folder: string): ReadonlyMap<string, string> | undefined {
  if (file === undefined) return undefined;
  const text = attempt(() => readFileSync(resolve(folder, file), 'utf8'));
  if (text instanceof Error) throw new UsageError(`${file}: ${reasonOf(text)}`);
  const parameters = parseParameterFile(text);
  if (typeof parameters === 'string') throw new UsageError(`${file}: ${parameters}`);
  return parameters;
}

/** The file checked, or why it could not be read. */
function checkFile(
  file: FoundFile,
  read: () => Uint8Array,
  service: Service,
  options: AnalysisOptions,
): ScannedFile | string {
  const bytes = attempt(read);
  return bytes instanceof Error ? reasonOf(bytes) : scanFile(service, options, { ...file, bytes });
}

const NOT_WRITTEN = 'remit: not written: ';

interface FixedFile {
  readonly report: FileReport;
  readonly diff: string;
  readonly notes: readonly string[];
  readonly fixed: number;
}

/** Applies what the command allows. The report is on the text as it then stands in the file. */
function fix(
  { document, report, byteOrderMark }: ScannedFile,
  file: FoundFile,
  command: CheckCommand,
  service: Service,
  options: AnalysisOptions,
): FixedFile | undefined {
  // In a file that does not parse nothing is certain, and its author has to go there anyway.
  if (!document?.analysis || report.error) return undefined;
  const { edits, text, applied } = applyFixes(document, (_, { safety }) => command.fix === 'all' || safety === 'safe');
  if (edits.length === 0) return undefined;
  if (command.diff) {
    return { report, diff: unifiedDiff(file.path, document.tree.text, edits), notes: [], fixed: applied.length };
  }
  const failure = attempt(() => writeAtomically(file.absolute, byteOrderMark ? `\uFEFF${text}` : text));
  if (failure instanceof Error)
    return { report, diff: '', notes: [`${NOT_WRITTEN}${file.path}: ${reasonOf(failure)}`], fixed: 0 };
  // Read again from nothing: the report is on what the file now says, whatever led there.
  const after = service.open({ name: file.path, text }, options);
  return { report: reportOn(after, file.path, file.named), diff: '', notes: [], fixed: applied.length };
}

function attempt<T>(action: () => T): T | Error {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function reasonOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message.split('\n')[0] ?? code;
}

const reasons: Readonly<Record<string, string | undefined>> = {
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
  ENOENT: 'no such file',
  ENOSPC: 'no space left on the disk',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};
