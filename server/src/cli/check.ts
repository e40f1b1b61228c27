import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { atLeast } from '#analysis';
import { parseParameterFile, type Service, type Settings } from '#service';
import { type CheckCommand, UsageError } from './arguments.ts';
import { checkFile, type FileOutcome } from './check-file.ts';
import { type LoadedConfig, loadConfig } from './config.ts';
import { attempt, reasonOf } from './failure.ts';
import { findFiles } from './find-files.ts';
import { createOptions, withPassedParameters } from './passed-parameters.ts';
import { createProgress } from './progress.ts';
import type { Report } from './report.ts';
import { checkInWorkers, WORTH_WORKERS } from './workers.ts';

/** What a check came to. */
export interface Checked {
  readonly report: Report;
  /** The diff that was asked for. */
  readonly diff: string;
  /** Lines for standard error. */
  readonly notes: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** What a check works with. */
export interface CheckTools {
  readonly service: Service;
  readonly cwd: string;
  readonly stdin: () => Uint8Array;
  /** The script that a worker runs: the command itself. */
  readonly script: string;
}

/** Runs `remit check`. Rejects with a UsageError for what the author has to put right first. */
export async function check(command: CheckCommand, { service, cwd, stdin, script }: CheckTools): Promise<Checked> {
  const { folder, config }: LoadedConfig =
    command.config === false ? { folder: cwd, config: {} } : loadConfig(command.config, cwd, service.rules);
  const settings: Settings = {
    profile: command.profile ?? config.profile,
    disabled: config.disable,
    severities: config.severities,
    parameters: parametersFrom(command.parameters, cwd) ?? parametersFrom(config.parameters, folder),
  };
  const { files: given, problems } = command.stdin
    ? { files: [{ path: command.stdinFilename, absolute: '', named: true }], problems: [] }
    : findFiles(command.paths, cwd, config.ignore, folder);

  const files = command.stdin ? given : withPassedParameters(given, service, settings);
  const progress = createProgress(process.stderr);
  const outcomes: FileOutcome[] = [];
  if (files.length >= WORTH_WORKERS) {
    const { fix, diff } = command;
    outcomes.push(...(await checkInWorkers(script, files, { settings, command: { fix, diff } }, progress)));
  } else {
    const optionsFor = createOptions(service, settings);
    for (const file of files) {
      progress.at(outcomes.length, files.length);
      outcomes.push(checkFile(file, command, service, optionsFor(file), command.stdin ? stdin : undefined));
    }
  }
  progress.done();

  const failOn = command.failOn ?? config.failOn ?? 'low';
  const findings = outcomes.flatMap(({ report }) => report.findings);
  const found = failOn !== 'never' && findings.some(({ severity }) => atLeast(severity, failOn));
  const failed =
    problems.length > 0 ||
    outcomes.some(({ report, notWritten }) => report.error !== undefined || notWritten !== undefined);
  return {
    report: { files: outcomes.map(({ report }) => report) },
    diff: outcomes.map(({ diff }) => diff).join(''),
    notes: [...problems, ...notesOn(outcomes), ...fixNote(command, outcomes)].map((note) => `remit: ${note}`),
    exitCode: failed ? 2 : found ? 1 : 0,
  };
}

/** The parameters of a file relative to a folder; undefined for no file. Throws a UsageError for one that cannot be read. */
export function parametersFrom(file: string | undefined, folder: string): ReadonlyMap<string, string> | undefined {
  if (file === undefined) return undefined;
  const text = attempt(() => readFileSync(resolve(folder, file), 'utf8'));
  if (text instanceof Error) throw new UsageError(`${file}: ${reasonOf(text)}`);
  const parameters = parseParameterFile(text, file);
  if (typeof parameters === 'string') throw new UsageError(`${file}: ${parameters}`);
  return parameters;
}

function notesOn(outcomes: readonly FileOutcome[]): string[] {
  const failedRules = new Map<string, string>();
  const notes = outcomes.flatMap(({ report: { path, error }, notWritten, faults }) => {
    for (const [rule, message] of faults) {
      if (!failedRules.has(rule))
        failedRules.set(rule, `${path}: the rule ${rule} failed, which is a mistake in Remit: ${message}`);
    }
    const start = error?.range.start;
    return [
      ...(error && start ? [`${path}:${start.line + 1}:${start.character + 1}: ${error.message}`] : []),
      ...(notWritten === undefined ? [] : [`${path}: not written: ${notWritten}`]),
    ];
  });
  return [...notes, ...failedRules.values()];
}

function fixNote({ fix, diff }: CheckCommand, outcomes: readonly FileOutcome[]): string[] {
  if (fix === undefined) return [];
  const fixed = outcomes.reduce((sum, outcome) => sum + outcome.fixed, 0);
  return [`${diff ? 'would apply' : 'applied'} ${fixed === 1 ? '1 fix' : `${fixed} fixes`}`];
}
