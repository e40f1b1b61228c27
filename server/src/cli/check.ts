import { resolve } from 'node:path';
import { activeRules, atLeast } from '#analysis';
import type { Service } from '#service';
import { type CheckCommand, UsageError } from './arguments.ts';
import { type Baseline, readBaseline, updateBaseline, withoutKnown } from './baseline.ts';
import { checkFile, type FileOutcome } from './check-file.ts';
import type { Config } from './config.ts';
import { findFiles } from './find-files.ts';
import { loadSettings } from './load-settings.ts';
import { createOptions, withPassedParameters } from './passed-parameters.ts';
import { createProgress } from './progress.ts';
import type { Report } from './report.ts';
import { startCrew, WORTH_WORKERS } from './workers.ts';

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
  const { settings, config, folder } = loadSettings(command, cwd, service.rules);
  const baseline = baselineOf(command, config, cwd, folder);
  const { files: given, problems } = command.stdin
    ? {
        files: [{ path: command.stdinFilename, absolute: resolve(cwd, command.stdinFilename), named: true }],
        problems: [],
      }
    : findFiles(command.paths, cwd, config.ignore, folder);

  const { fix, diff } = command;
  // Started first: they get ready while this thread looks for nested stacks.
  const crew = given.length < WORTH_WORKERS ? undefined : startCrew(script, { settings, command: { fix, diff } });
  const files = command.stdin ? given : withPassedParameters(given, service, settings);
  const progress = createProgress(process.stderr);
  const outcomes: FileOutcome[] = [];
  if (crew) {
    outcomes.push(...(await crew.check(files, progress)));
  } else {
    const optionsFor = createOptions(service, settings);
    for (const file of files) {
      progress.at(outcomes.length, files.length);
      outcomes.push(checkFile(file, command, service, optionsFor(file), command.stdin ? stdin : undefined));
    }
  }
  progress.done();

  const checked = outcomes.map(({ report }, at) => ({ report, absolute: files[at]?.absolute ?? report.path }));
  const compare = command.updateBaseline ? updateBaseline : withoutKnown;
  const compared = baseline && compare(checked, baseline, activeRules(service.options(settings)), service.rules);
  const report = compared
    ? { files: compared.reports, known: compared.known }
    : { files: outcomes.map((outcome) => outcome.report), known: undefined };

  const failOn = command.failOn ?? config.failOn ?? 'low';
  const findings = report.files.flatMap((file) => file.findings);
  const found = failOn !== 'never' && findings.some(({ severity }) => atLeast(severity, failOn));
  const failed =
    problems.length > 0 ||
    outcomes.some((outcome) => outcome.report.error !== undefined || outcome.notWritten !== undefined);
  return {
    report,
    diff: outcomes.map(({ diff }) => diff).join(''),
    notes: [...problems, ...notesOn(outcomes), ...fixNote(command, outcomes), ...(compared?.notes ?? [])].map(
      (note) => `remit: ${note}`,
    ),
    exitCode: failed ? 2 : found ? 1 : 0,
  };
}

/** The baseline that the command names, else the configuration; undefined for none. */
function baselineOf(command: CheckCommand, config: Config, cwd: string, folder: string): Baseline | undefined {
  const { baseline = config.baseline, updateBaseline } = command;
  if (baseline === undefined) {
    if (updateBaseline)
      throw new UsageError('--update-baseline needs --baseline FILE, or a baseline in the configuration');
    return undefined;
  }
  return readBaseline(baseline, resolve(command.baseline === undefined ? folder : cwd, baseline), updateBaseline);
}

function notesOn(outcomes: readonly FileOutcome[]): string[] {
  const failedRules = new Map<string, string>();
  const notes = outcomes.flatMap(({ report: { path, error, unknownIgnores }, notWritten, faults }) => {
    for (const [rule, message] of faults) {
      if (!failedRules.has(rule))
        failedRules.set(rule, `${path}: the rule ${rule} failed, which is a mistake in Remit: ${message}`);
    }
    return [
      ...[...(error ? [error] : []), ...unknownIgnores].map(
        ({ message, range: { start } }) => `${path}:${start.line + 1}:${start.character + 1}: ${message}`,
      ),
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
