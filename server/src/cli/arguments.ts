import { parseArgs } from 'node:util';
import type { Profile, Severity } from '#analysis';
import { type Format, formats } from './format/index.ts';

/** What the command line asks for. */
export type Command =
  | CheckCommand
  | MapCommand
  | RulesCommand
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'help'; readonly topic: string | undefined }
  | { readonly command: 'version' };

export interface CheckCommand {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly profile: Profile | undefined;
  /** The id of a framework; whether there is such a one, the rules tell. */
  readonly framework: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  /** Which fixes to apply; undefined for none. */
  readonly fix: 'safe' | 'all' | undefined;
  /** Print what the fixes would change, write nothing. */
  readonly diff: boolean;
  readonly parameters: string | undefined;
  /** A file of findings that do not count. */
  readonly baseline: string | undefined;
  /** Write what is found to the baseline. */
  readonly updateBaseline: boolean;
  /** A configuration file; `false` for none; undefined to look for one. */
  readonly config: string | false | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string;
}

export interface MapCommand {
  readonly command: 'map';
  readonly file: string;
  readonly format: 'pretty' | 'json';
  /** Where to write a report instead of printing. */
  readonly html: string | undefined;
  readonly profile: Profile | undefined;
  readonly framework: string | undefined;
  readonly parameters: string | undefined;
  /** A configuration file; `false` for none; undefined to look for one. */
  readonly config: string | false | undefined;
}

export interface RulesCommand {
  readonly command: 'rules';
  readonly format: 'pretty' | 'json';
  /** Only the rules that check a control of this framework. */
  readonly framework: string | undefined;
}

/** A mistake in the arguments or their files, said in one line; the process ends with 2. */
export class UsageError extends Error {}

/** Reads the arguments behind `remit`. Throws a UsageError for any it does not know. */
export function parseArguments(argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h') return { command: 'help', topic: undefined };
  if (first === '--version' || first === '-v') return { command: 'version' };
  if (first === 'help') return { command: 'help', topic: oneOf('remit help', rest[0], commands) };
  if (first === 'check') return parseCheck(rest);
  if (first === 'map') return parseMap(rest);
  if (first === 'rules') return parseRules(rest);
  if (first === 'explain') return parseExplain(rest);
  if (first.startsWith('-'))
    throw new UsageError(`options come behind a command, as in remit check ${first}: see remit --help`);
  const hint = /[./\\*]/.test(first) ? `did you mean remit check ${first}?` : 'see remit --help';
  throw new UsageError(`there is no command "${first}": ${hint}`);
}

const commands = ['check', 'map', 'rules', 'explain'] as const;

function parseCheck(argv: string[]): Command {
  const { values, positionals } = parse('check', argv, {
    help: { type: 'boolean', short: 'h' },
    format: { type: 'string', short: 'f' },
    profile: { type: 'string' },
    framework: { type: 'string' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    'fail-on': { type: 'string' },
    fix: { type: 'boolean' },
    'unsafe-fixes': { type: 'boolean' },
    diff: { type: 'boolean' },
    parameters: { type: 'string' },
    config: { type: 'string' },
    'no-config': { type: 'boolean' },
    stdin: { type: 'boolean' },
    'stdin-filename': { type: 'string' },
    'no-color': { type: 'boolean' },
  });
  if (values.help) return { command: 'help', topic: 'check' };
  if (values.config !== undefined && values['no-config'])
    throw new UsageError('--config and --no-config exclude each other');
  // A dash for standard input, as many commands take it.
  const paths = positionals.filter((path) => path !== '-');
  const stdin = (values.stdin ?? false) || paths.length < positionals.length;
  const diff = values.diff ?? false;
  const fix = values['unsafe-fixes'] ? 'all' : values.fix || diff ? 'safe' : undefined;
  if (stdin && paths.length > 0) throw new UsageError('--stdin takes no paths: name the text with --stdin-filename');
  if (stdin && fix !== undefined && !diff)
    throw new UsageError('fixes cannot be written to --stdin: add --diff to see them');
  if (!stdin && values['stdin-filename'] !== undefined) throw new UsageError('--stdin-filename needs --stdin');
  if (diff && values.format !== undefined) throw new UsageError('--diff prints a diff: leave out --format');
  return {
    command: 'check',
    paths: paths.length > 0 || stdin ? paths : ['.'],
    format: oneOf('--format', values.format, formats) ?? 'pretty',
    profile: oneOf('--profile', values.profile, ['essential', 'recommended', 'strict']),
    framework: values.framework,
    failOn: oneOf('--fail-on', values['fail-on'], ['critical', 'high', 'medium', 'low', 'never']),
    fix,
    diff,
    parameters: values.parameters,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    config: values['no-config'] ? false : values.config,
    stdin,
    stdinFilename: values['stdin-filename'] ?? 'stdin',
  };
}

function parseMap(argv: string[]): Command {
  const { values, positionals } = parse('map', argv, {
    help: { type: 'boolean', short: 'h' },
    format: { type: 'string', short: 'f' },
    html: { type: 'string' },
    profile: { type: 'string' },
    framework: { type: 'string' },
    parameters: { type: 'string' },
    config: { type: 'string' },
    'no-config': { type: 'boolean' },
    'no-color': { type: 'boolean' },
  });
  if (values.help) return { command: 'help', topic: 'map' };
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('remit map takes a template: remit map FILE');
  if (more.length > 0) throw new UsageError(`remit map takes one template at a time, not ${more.length + 1}`);
  if (values.html !== undefined && values.format !== undefined)
    throw new UsageError('--html writes a report: leave out --format');
  if (values.config !== undefined && values['no-config'])
    throw new UsageError('--config and --no-config exclude each other');
  return {
    command: 'map',
    file,
    format: oneOf('--format', values.format, ['pretty', 'json']) ?? 'pretty',
    html: values.html,
    profile: oneOf('--profile', values.profile, ['essential', 'recommended', 'strict']),
    framework: values.framework,
    parameters: values.parameters,
    config: values['no-config'] ? false : values.config,
  };
}

function parseRules(argv: string[]): Command {
  const { values, positionals } = parse('rules', argv, {
    help: { type: 'boolean', short: 'h' },
    format: { type: 'string', short: 'f' },
    framework: { type: 'string' },
    'no-color': { type: 'boolean' },
  });
  if (values.help) return { command: 'help', topic: 'rules' };
  if (positionals.length > 0) throw new UsageError('remit rules takes no arguments: see remit explain RULE');
  return {
    command: 'rules',
    format: oneOf('--format', values.format, ['pretty', 'json']) ?? 'pretty',
    framework: values.framework,
  };
}

function parseExplain(argv: string[]): Command {
  const { values, positionals } = parse('explain', argv, {
    help: { type: 'boolean', short: 'h' },
    'no-color': { type: 'boolean' },
  });
  if (values.help) return { command: 'help', topic: 'explain' };
  const [rule, ...more] = positionals;
  if (rule === undefined || more.length > 0) throw new UsageError('remit explain takes the id of one rule');
  return { command: 'explain', rule };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parse<const T extends Options>(command: string, args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/\. |\n/)[0] ?? message}: see remit ${command} --help`);
  }
}

function oneOf<const T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')}, not "${value}"`);
  return found;
}
