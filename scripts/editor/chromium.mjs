// A Chromium for the workbench to run in: the machine's own, else one that is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '../project.mjs';
import { cached, npm } from './tool-cache.mjs';
import { vscodeServer } from './vscode-server.mjs';

const sparticuz = '138.0.2';

/** `{ executable, args }` of a Chromium; tries the sources in order and says in one error why none would do. */
export async function chromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return { executable: process.env.CHROMIUM, args: [] };
    throw new PlainError(`CHROMIUM names ${process.env.CHROMIUM}, which does not exist`);
  }
  const installed = onPath() ?? installWithApt();
  if (installed) return { executable: installed, args: [] };
  return fromNpm();
}

function onPath() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installWithApt() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.error('Installing Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    if (spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status !== 0) return undefined;
  }
  return onPath();
}

// A package that carries a compressed Chromium; it needs the newer node that VS Code's server came with.
async function fromNpm() {
  try {
    const home = await cached(`sparticuz-chromium-${sparticuz}`, (folder) => {
      const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false', '--no-save'];
      npm(['install', `@sparticuz/chromium@${sparticuz}`, '--prefix', folder, ...flags], folder);
    });
    const { node } = await vscodeServer();
    const script =
      "import('@sparticuz/chromium').then(async ({ default: c }) => console.log(JSON.stringify({ executable: await c.executablePath(), args: c.args })))";
    const answer = execFileSync(node, ['--input-type=module', '-e', script], { cwd: home, encoding: 'utf8' });
    const found = JSON.parse(answer.trim().split('\n').pop());
    execFileSync(found.executable, ['--version', '--no-sandbox', '--headless'], { stdio: 'pipe' });
    return { executable: found.executable, args: found.args.filter((arg) => !arg.startsWith('--headless')) };
  } catch (error) {
    const reason = String(error.stderr || error.message)
      .trim()
      .split('\n')
      .slice(-1)[0];
    throw new PlainError(
      `no Chromium: none on the PATH, none named by CHROMIUM, apt-get could not install one, and npm's does not run (${reason})`,
    );
  }
}
