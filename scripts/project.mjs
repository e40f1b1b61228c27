// Where things are, and the few lines that every script says to the terminal. Node built-ins only: this runs before any install.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** `inProject('dist', 'cli.js')`: an absolute path below the root. */
export const inProject = (...parts) => join(root, ...parts);

/** Seconds since `start` (from `performance.now()`), as people read them: `3.4 s`. */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** What went wrong is the user's to mend: shown in one line, without a stack. */
export class PlainError extends Error {}

/** Runs `main` and turns what it throws into one line and exit code `failure`. */
export async function runScript(main, failure = 1) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? `remit: ${error.message}` : error);
    process.exitCode = failure;
  }
}

/** `--name=value` or `--name value` from an argument list; `undefined` where it is not given. */
export function option(args, name) {
  const at = args.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (at < 0) return undefined;
  return args[at].includes('=') ? args[at].slice(args[at].indexOf('=') + 1) : args[at + 1];
}
