// The same suite in desktop VS Code: VSCODE_EXECUTABLE=/path/to/code, else a version is downloaded (VSCODE_VERSION, or the newest).
// On Linux without a display: xvfb-run -a npm run test:desktop
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFixtures, printSuiteEvent } from './editor/run-suite.mjs';
import { buildSuite, readSuiteLine, suiteFile } from './editor/suite-bundle.mjs';
import { inProject, option, PlainError, root, runScript } from './project.mjs';
import { setUp } from './set-up.mjs';

runScript(async () => {
  await setUp({ quiet: true });
  await buildSuite({ grep: option(process.argv.slice(2), 'grep') });
  const executable = await findOrDownload();
  const workspace = copyFixtures();
  const user = mkdtempSync(join(tmpdir(), 'remit-user-'));
  const restore = showSuiteLines();
  try {
    const { runTests } = await import('@vscode/test-electron');
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: suiteFile('remote'),
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
        `--user-data-dir=${user}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    return 0;
  } catch (error) {
    throw new PlainError(`the suite failed in desktop VS Code (${String(error.message ?? error)})`);
  } finally {
    restore();
    for (const folder of [workspace, user]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

async function findOrDownload() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given && !existsSync(given)) throw new PlainError(`VSCODE_EXECUTABLE names ${given}, which does not exist`);
  if (given) return given;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  const version = process.env.VSCODE_VERSION ?? 'stable';
  const cachePath = inProject('.vscode-test', 'desktop');
  return downloadAndUnzipVSCode({ version, cachePath, reporter: new SilentReporter() }).catch((error) => {
    const reason = String(error.message ?? error).split('\n')[0];
    throw new PlainError(
      `no desktop VS Code: the download failed (${reason}); set VSCODE_EXECUTABLE to one that is installed`,
    );
  });
}

// The test runner pipes VS Code's console through this process: the suite's marked lines become readable ones.
function showSuiteLines() {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    const text = String(chunk);
    const events = text.split('\n').map(readSuiteLine).filter(Boolean);
    if (events.length === 0) return write(chunk, ...rest);
    for (const event of events) {
      if (event.event === 'end') console.log(`Desktop VS Code: ${event.passed} passed, ${event.failed} failed`);
      else printSuiteEvent(event);
    }
    return true;
  };
  return () => {
    process.stdout.write = write;
  };
}
