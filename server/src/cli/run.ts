import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import pc from 'picocolors';
import type { AnyRule } from '#analysis';
import type { Responsibilities } from '#features';
import type { Schema } from '#schema';
import { createService } from '#service';
import { parseArguments, UsageError } from './arguments.ts';
import { check } from './check.ts';
import { explainRule } from './explain.ts';
import { write } from './format/index.ts';
import { helpText } from './help.ts';
import { drawMap } from './map.ts';
import { listRules } from './rules-command.ts';
import { runWorker } from './workers.ts';

/** What the entry passes in. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly rules: readonly AnyRule[];
  /** Whose remit each part of a resource type is. */
  readonly responsibilities: Responsibilities;
  /** The text of a file that makes the page of the responsibility map. */
  mapAsset(name: string): string;
  /** The text of a rule's page. Throws when it cannot be read. */
  rulePage(id: string): string;
  /** Reads a file that a template includes, by the template's path and the location as written there. */
  readIncluded(path: string, location: string): string | undefined;
  /** Called only by commands that check something. */
  createSchema(): Schema;
  version(): string;
  /** The path of the script that runs this, for threads of its own. */
  readonly script: string;
}

/** Runs one command line. The answer is the exit code: 0 nothing found, 1 findings, 2 wrong usage or unreadable input. */
export async function run(line: CommandLine): Promise<0 | 1 | 2> {
  try {
    if (!isMainThread) {
      runWorker({ rules: line.rules, schema: line.createSchema(), readIncluded: line.readIncluded });
      return 0;
    }
    return await runCommand(line);
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`remit: ${error.message}\n`);
    // Node would end with 1, which says that something was found.
    else if (isMainThread) process.stderr.write(`remit: failed, which is a mistake in Remit: ${describe(error)}\n`);
    else throw error;
    return 2;
  }
}

async function runCommand(line: CommandLine): Promise<0 | 1 | 2> {
  const { argv, rules, responsibilities, createSchema, version, script } = line;
  const colors = pc.createColors(usesColors(argv));
  const command = parseArguments(argv);
  switch (command.command) {
    case 'help':
      print(helpText(command.topic, rules));
      return 0;
    case 'version':
      print(`${version()}\n`);
      return 0;
    case 'rules':
      print(listRules(rules, command, colors));
      return 0;
    case 'explain':
      print(explainRule(rules, command.rule, line.rulePage, colors));
      return 0;
    case 'map': {
      const service = createService({
        rules,
        responsibilities,
        schema: createSchema(),
        readIncluded: line.readIncluded,
      });
      const width = process.stdout.columns ?? 100;
      print(drawMap(command, { service, cwd: process.cwd(), colors, width, asset: line.mapAsset }));
      return 0;
    }
    case 'check': {
      const service = createService({ rules, schema: createSchema(), readIncluded: line.readIncluded });
      const tools = { service, cwd: process.cwd(), stdin: () => readFileSync(0), script };
      const { report, diff, notes, exitCode } = await check(command, tools);
      print(command.diff ? diff : write(command.format, report, { rules, version: version(), colors, cwd: tools.cwd }));
      for (const note of notes) process.stderr.write(`${note}\n`);
      return exitCode;
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function print(text: string): void {
  process.stdout.write(text);
}

/** https://no-color.org: any value that is not empty. */
function usesColors(argv: readonly string[]): boolean {
  if (argv.includes('--no-color') || process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR !== undefined) return process.env.FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
