import Mocha from 'mocha';
import { mochaOptions, runMocha } from '../run-mocha.ts';

/** VS Code's Node extension host calls this; it rejects when a test fails, and the host then ends with 1. */
export async function run(): Promise<void> {
  const mocha = new Mocha(mochaOptions);
  mocha.suite.emit('pre-require', globalThis, 'suites', mocha);
  await import('remit:suites');
  await runMocha(mocha);
}
