// Mocha's browser build puts itself on the global object.
import 'mocha/mocha.js';
import { mochaOptions, type RunsTests, runMocha } from '../run-mocha.ts';

declare const mocha: RunsTests & { setup(options: object): void };

/** VS Code's web worker extension host calls this; it rejects when a test fails, and the host then ends with 1. */
export async function run(): Promise<void> {
  mocha.setup(mochaOptions);
  await import('remit:suites');
  await runMocha(mocha);
}
