// npm test: sets up, then runs every check in order, cheapest first; stops at the first that fails and says which.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inProject, root, runScript, secondsSince } from './project.mjs';
import { setUp } from './set-up.mjs';

const modules = (path) => inProject('node_modules', path);
const reports = inProject('out', 'reports');

const vitest = (project) => ({
  args: [
    modules('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(project)}`,
  ],
  report: reportOf(project),
  read: ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
    passed: numPassedTests,
    // A file that does not load fails no test.
    failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
  }),
});
const vscode = (host) => ({
  args: [inProject('scripts/test-vscode.mjs'), `--host=${host}`, `--report=${reportOf(host)}`],
  report: reportOf(host),
  read: ({ passed, failed }) => ({ passed, failed }),
});

// Biome colours each character of a difference, in a log file, too.
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

const steps = [
  { name: 'types', args: [inProject('scripts/types.mjs')] },
  { name: 'format and lint', args: [modules('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', ...plain] },
  { name: 'layer arrows, units, examples', ...vitest('unit') },
  { name: 'command line and language server as processes', ...vitest('process') },
  { name: 'grammars', ...vitest('grammar') },
  { name: 'VS Code, Node extension host', ...vscode('remote') },
  { name: 'VS Code, web worker extension host', ...vscode('web') },
];

runScript(async () => {
  const start = performance.now();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  heading('set up');
  await setUp();
  const results = [];
  for (const step of steps) {
    heading(step.name);
    const result = run(step);
    results.push(result);
    if (!result.ok) break;
  }
  summarize(results, start);
  return results.every(({ ok }) => ok) ? 0 : 1;
});

function run(step) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, step.args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const counts =
    step.report && existsSync(step.report)
      ? step.read(JSON.parse(readFileSync(step.report, 'utf8')))
      : { passed: 0, failed: 0 };
  // A suite that counted nothing did not run, whatever its exit code says.
  const ok = status === 0 && counts.failed === 0 && (!step.report || counts.passed > 0);
  // A step that fails without a failed test of its own is one failure.
  return {
    name: step.name,
    ok,
    time: secondsSince(start),
    ...counts,
    failed: ok ? 0 : Math.max(counts.failed, 1),
    counted: Boolean(step.report),
  };
}

function summarize(results, start) {
  heading('summary');
  for (const { name, ok, time, passed, failed, counted } of results) {
    console.log(
      `${ok ? 'ok    ' : 'FAILED'}  ${name} (${time})${counted ? `: ${passed} passed, ${failed} failed` : ''}`,
    );
  }
  for (const { name } of steps.slice(results.length)) console.log(`not run ${name}`);
  const broken = results.find(({ ok }) => !ok);
  console.log(
    broken
      ? `\nThe step "${broken.name}" failed after ${secondsSince(start)} in all`
      : `\nAll in ${secondsSince(start)}`,
  );
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

function heading(name) {
  console.log(`\n=== ${name} ===`);
}

function reportOf(name) {
  return inProject('out', 'reports', `${name}.json`);
}
