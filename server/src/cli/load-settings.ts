import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AnyRule, Profile } from '#analysis';
import { parseParameterFile, type Settings } from '#service';
import { UsageError } from './arguments.ts';
import { type Config, loadConfig } from './config.ts';
import { attempt, reasonOf } from './failure.ts';
import { knownFramework } from './known-framework.ts';

/** The options that decide what is found, the same for every command. */
export interface SettingsOptions {
  readonly profile: Profile | undefined;
  /** The id of a framework that chooses the rules. */
  readonly framework: string | undefined;
  readonly parameters: string | undefined;
  /** A configuration file; `false` for none; undefined to look for one. */
  readonly config: string | false | undefined;
}

/** What options and configuration come to. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly config: Config;
  /** The folder that paths in the configuration are relative to. */
  readonly folder: string;
}

/** Settings as options and the configuration say, options first. Throws a UsageError for what the author has to put right. */
export function loadSettings(options: SettingsOptions, cwd: string, rules: readonly AnyRule[]): LoadedSettings {
  const { folder, config } =
    options.config === false ? { folder: cwd, config: {} } : loadConfig(options.config, cwd, rules);
  const framework = knownFramework('--framework', options.framework, rules) ?? config.framework;
  // Who asks for a framework here wants all of it, whatever the profile of everyday is.
  const profile = options.profile ?? (options.framework === undefined ? config.profile : undefined);
  const parameters = parametersFrom(options.parameters, cwd) ?? parametersFrom(config.parameters, folder);
  const { disable: disabled, severities } = config;
  return { settings: { profile, framework, disabled, severities, parameters }, config, folder };
}

/** The parameters of a file relative to a folder; undefined for no file. Throws a UsageError for one that cannot be read. */
function parametersFrom(file: string | undefined, folder: string): ReadonlyMap<string, string> | undefined {
  if (file === undefined) return undefined;
  const text = attempt(() => readFileSync(resolve(folder, file), 'utf8'));
  if (text instanceof Error) throw new UsageError(`${file}: ${reasonOf(text)}`);
  const parameters = parseParameterFile(text, file);
  if (typeof parameters === 'string') throw new UsageError(`${file}: ${parameters}`);
  return parameters;
}
