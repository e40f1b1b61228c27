// Runs the bundled suite in one extension host of a real VS Code and counts what passed.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { inProject, PlainError, secondsSince } from '../project.mjs';
import { extensionPage } from './extension-page.mjs';
import { launchBrowser, startServer } from './session.mjs';
import { readSuiteLine, suiteFile } from './suite-bundle.mjs';
import { actInWebview } from './webview-actions.mjs';

const deadline = 300_000;
const names = { remote: 'Node extension host', web: 'web worker extension host' };

/** `{ passed, failed }` of the suite in `host` (`remote` or `web`); prints each test. Throws when the suite could not run to its end. */
export async function runSuite(host, { verbose = false } = {}) {
  const start = performance.now();
  const workspace = copyFixtures();
  let server;
  let browser;
  try {
    server = await startServer();
    browser = await launchBrowser();
    const session = await extensionPage(browser, server, { host, folder: workspace, tests: suiteFile(host) });
    const suite = await followSuite(session.page, server, workspace, verbose);
    await session.open();
    const counts = await suite.counts();
    await session.close();
    console.log(`${names[host]}: ${counts.passed} passed, ${counts.failed} failed (${secondsSince(start)})`);
    return counts;
  } catch (error) {
    const log = server?.extensionHostLog();
    if (log) console.error(`--- extension host log\n${log}`);
    throw error;
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** A copy of the suite's workspace in a temporary folder: the suite may save what it likes. */
export function copyFixtures() {
  const folder = mkdtempSync(join(tmpdir(), 'remit-workspace-'));
  cpSync(inProject('test', 'vscode', 'fixtures'), folder, { recursive: true });
  return folder;
}

/** Prints one line of the suite's report; counts nothing. */
export function printSuiteEvent({ event, title, milliseconds, error }) {
  if (event === 'pass') console.log(`  ✓ ${title} (${milliseconds} ms)`);
  if (event === 'fail') console.log(`  ✗ ${title}\n${String(error).replace(/^/gm, '      ')}`);
}

// Listens before the page is opened: the workbench looks for these two functions while it starts.
async function followSuite(page, server, workspace, verbose) {
  let reported;
  let finish;
  let abandon;
  const exit = new Promise((resolve, reject) => {
    finish = resolve;
    abandon = reject;
  });
  // Whoever asks for the counts hears of it; until then it is no unhandled rejection.
  exit.catch(() => {});
  await page.exposeFunction('codeAutomationLog', (kind, args) => {
    const line = format(...args);
    const said = readSuiteLine(line);
    if (said?.event === 'end') reported = said;
    else if (said?.event === 'webview') void actInWebview(page, said, workspace);
    else if (said) printSuiteEvent(said);
    else if (verbose) console.log(`[${kind}] ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  if (verbose) page.on('console', (message) => console.log(`[page] ${message.text().slice(0, 300)}`));
  page.once('crash', () => abandon(new PlainError('the browser page crashed')));
  server.ended.then((code) => abandon(new PlainError(`VS Code's server ended with ${code}`)));

  return {
    async counts() {
      const late = () => abandon(new PlainError(`the suite did not end within ${deadline / 1000} s`));
      const timer = setTimeout(late, deadline);
      const code = await exit.finally(() => clearTimeout(timer));
      if (!reported) throw new PlainError(`the suite ended with ${code} before it reported`);
      if (code !== 0 && reported.failed === 0) throw new PlainError(`the extension host ended with ${code}`);
      return { passed: reported.passed, failed: reported.failed };
    },
  };
}
