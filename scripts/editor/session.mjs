// Runs VS Code's server on a folder, and the workbench in a headless Chromium. Nothing but 127.0.0.1 is contacted.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../project.mjs';
import { vscodeServer } from './vscode-server.mjs';

// An editor without first-run noise, whose behaviour does not depend on who runs it.
const calmSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * Starts VS Code's server; it listens when this resolves.
 * `graceSeconds` is how long an extension host outlives its page, waiting for it to come back.
 * `close()` ends the whole process group and removes the data folder; ending this process does so, too.
 */
export async function startServer({ settings = {}, graceSeconds = 10 } = {}) {
  const { root, node } = await vscodeServer();
  const data = mkdtempSync(join(tmpdir(), 'remit-vscode-'));
  for (const scope of ['User', 'Machine']) {
    mkdirSync(join(data, 'data', scope), { recursive: true });
    writeFileSync(join(data, 'data', scope, 'settings.json'), JSON.stringify({ ...calmSettings, ...settings }));
  }
  const args = [join(root, 'out/server-main.js'), '--host', '127.0.0.1', '--port', '0'];
  args.push('--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off');
  args.push('--server-data-dir', data, '--reconnection-grace-time', String(graceSeconds));
  // Without this the page ignores the extension under development in its address, and says nothing.
  args.push('--enable-smoke-test-driver');
  const server = spawn(node, args, { env: serverEnvironment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });

  const killGroup = (signal) => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  const endNow = () => {
    killGroup('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', endNow);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));

  const boundPort = await listeningPort(server);
  return {
    address: `127.0.0.1:${boundPort}`,
    ended: new Promise((resolve) => server.once('exit', resolve)),
    extensionHostLog: () => readLogs(join(data, 'data', 'logs'), /remoteexthost\.log$/),
    async close() {
      process.removeListener('exit', endNow);
      killGroup('SIGTERM');
      const gone = new Promise((resolve) =>
        server.exitCode === null && server.signalCode === null ? server.once('exit', resolve) : resolve(),
      );
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
      // The extension host waits for a reconnection that will not come.
      endNow();
    },
  };
}

/** The address of a workbench page on `folder`; `payload` are the settings that only an address can carry. */
export function workbenchAddress(server, folder, payload = []) {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${server.address}/?${query}`;
}

/** How the workbench names a file of the server's machine. */
export const remoteUri = (server, path) => `vscode-remote://${server.address}${path}`;

/** A headless Chromium that can reach this machine only. */
export async function launchBrowser() {
  const { chromium: locate } = await import('./chromium.mjs');
  const { executable, args } = await locate();
  const { chromium } = await import('playwright-core');
  const calm = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({
    executablePath: executable,
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...args, ...calm, '--disable-component-update', '--disable-sync'],
  });
}

/** Opens a page in which every request that would leave this machine fails. */
export async function openPage(browser, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, ...options });
  await page.route(
    (url) => url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
    (route) => route.abort(),
  );
  return page;
}

function serverEnvironment() {
  const foreign = /^(npm_|CODE_SERVER_PARENT_PID$|VSCODE_)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  return { ...env, EXTENSIONS_GALLERY: '{}' };
}

function listeningPort(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (data) => {
      said += data;
      const port = /Server bound to 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('error', reject);
    server.once('exit', (code) => reject(new PlainError(`VS Code's server ended with ${code}\n${said}`)));
  });
}

function readLogs(folder, name) {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}
