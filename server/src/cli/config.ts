import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { type AnyRule, noSuchRule } from '#analysis';
import { UsageError } from './arguments.ts';
import { attempt, reasonOf } from './failure.ts';
import { knownFramework } from './known-framework.ts';

/** What a configuration file says. */
export type Config = v.InferOutput<typeof configSchema>;

/** A configuration and the folder its paths are relative to. */
export interface LoadedConfig {
  readonly folder: string;
  readonly config: Config;
}

/** The names looked for, from the current folder upward. */
const names = ['.remit.yaml', '.remit.yml', '.remit.json'];

const severity = v.picklist(['critical', 'high', 'medium', 'low']);
const configSchema = v.strictObject({
  profile: v.optional(v.picklist(['essential', 'recommended', 'strict'])),
  /** The id of a framework that chooses the rules. */
  framework: v.optional(v.string()),
  failOn: v.optional(v.picklist(['critical', 'high', 'medium', 'low', 'never'])),
  /** Ids of rules that do not run. */
  disable: v.optional(v.array(v.string())),
  /** Severities by rule id. */
  severities: v.optional(v.record(v.string(), severity)),
  /** A parameter file, relative to the configuration. */
  parameters: v.optional(v.string()),
  /** A file of known findings, relative to the configuration. */
  baseline: v.optional(v.string()),
  /** What not to check, as in .gitignore. */
  ignore: v.optional(v.array(v.string())),
});

/**
 * Reads the configuration: the given file, else the nearest one from `cwd` upward, else none. Throws a UsageError that names the
 * file for one that cannot be read, has a key or value that is not known, or names a rule that does not exist.
 */
export function loadConfig(file: string | undefined, cwd: string, rules: readonly AnyRule[]): LoadedConfig {
  const path = file === undefined ? findUpward(cwd) : resolve(cwd, file);
  if (path === undefined) return { folder: cwd, config: {} };
  const shown = file ?? path;
  const result = v.safeParse(configSchema, readContent(path, shown) ?? {});
  if (!result.success) throw new UsageError(`${shown}: ${explain(result.issues[0])}`);
  const ids = new Set(rules.map(({ id }) => id));
  const { disable = [], severities = {}, framework } = result.output;
  const unknown = [...disable, ...Object.keys(severities)].find((id) => !ids.has(id));
  if (unknown !== undefined) throw new UsageError(`${shown}: ${noSuchRule(rules, unknown)}`);
  knownFramework(`${shown}: framework`, framework, rules);
  return { folder: dirname(path), config: result.output };
}

function findUpward(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = names.map((name) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined || dirname(at) === at) return found;
  }
}

function readContent(path: string, shown: string): unknown {
  const text = attempt(() => readFileSync(path, 'utf8'));
  if (text instanceof Error) throw new UsageError(`${shown}: ${reasonOf(text)}`);
  const content = attempt((): unknown => parse(text));
  if (Array.isArray(content)) throw new UsageError(`${shown}: the file must be keys with values, not a list`);
  if (!(content instanceof Error)) return content;
  const [reason = ''] = content.message.split('\n');
  throw new UsageError(`${shown}: cannot be read: ${reason.replace(/:$/, '')}`);
}

/** What Valibot calls the kinds of values, as the author of a file would. */
const words: Readonly<Record<string, string | undefined>> = {
  Array: 'a list',
  Object: 'keys with values',
  string: 'text',
};

function explain(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue);
  // Valibot expects "never" where a strict object has a key too many.
  if (issue.expected === 'never') {
    return `unknown key "${key}"; known are ${Object.keys(configSchema.entries).join(', ')}`;
  }
  const expected = issue.expected ?? '';
  const wanted =
    words[expected] ??
    expected
      .replace(/^\((.*)\)$/, 'one of $1')
      .replaceAll('"', '')
      .replaceAll(' | ', ', ');
  return `${key ?? 'the file'} must be ${wanted}, not ${words[issue.received] ?? issue.received}`;
}
