// The suite inside a real VS Code, in its Node extension host and in its web worker one.
//   node scripts/test-vscode.mjs [--host=remote|web] [--grep=TEXT] [--report=FILE] [--verbose]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runSuite } from './editor/run-suite.mjs';
import { buildSuite } from './editor/suite-bundle.mjs';
import { option, PlainError, runScript } from './project.mjs';
import { setUp } from './set-up.mjs';

const hosts = ['remote', 'web'];

runScript(async () => {
  const args = process.argv.slice(2);
  const host = option(args, 'host');
  if (host !== undefined && !hosts.includes(host)) throw new PlainError(`--host is remote or web, not ${host}`);
  await setUp({ quiet: true });
  await buildSuite({ grep: option(args, 'grep'), webviews: true });
  const report = { passed: 0, failed: 0 };
  for (const name of host ? [host] : hosts) {
    const { passed, failed } = await runSuite(name, { verbose: args.includes('--verbose') });
    report.passed += passed;
    report.failed += failed;
  }
  const file = option(args, 'report');
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(report));
  }
  return report.failed > 0 ? 1 : 0;
});
