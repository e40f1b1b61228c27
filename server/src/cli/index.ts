/** The `remit` command: files in, text and an exit code out. */
export { type CommandLine, run } from './run.ts';
