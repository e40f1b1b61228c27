// Makes a fresh checkout ready: modules as package-lock.json names them, then the bundles. Node built-ins only up to the build.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inProject, PlainError, root, secondsSince } from './project.mjs';

/** Installs modules where they are missing or stale, and builds. `quiet` prints nothing unless something has to be installed. */
export async function setUp({ quiet = false } = {}) {
  requireNode();
  installModules();
  const start = performance.now();
  const { build } = await import('./build.mjs');
  await build();
  if (!quiet) console.log(`Built in ${secondsSince(start)}`);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PlainError(`node 20.19 or newer is needed, this is ${process.versions.node}`);
}

function installModules() {
  if (modulesAreInstalled()) return;
  const start = performance.now();
  // Standard error, so that `--check --format json` stays pure on standard output.
  console.error('Installing modules (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(result.stderr ?? '');
    throw new PlainError(`npm ci failed${result.error ? `: ${result.error.message}` : ''}`);
  }
  console.error(`Modules installed in ${secondsSince(start)}`);
}

/** npm writes down what it installed when it is done: that has to be what package-lock.json asks for, but for other platforms' packages. */
function modulesAreInstalled() {
  const wanted = lockedVersions(inProject('package-lock.json'));
  const installed = lockedVersions(inProject('node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  for (const [path, { version, optional }] of wanted) {
    const found = installed.get(path);
    if (found ? found.version !== version : !optional) return false;
  }
  return [...installed.keys()].every((path) => wanted.has(path));
}

function lockedVersions(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(packages).filter(([path]) => path !== ''));
  } catch {
    return undefined;
  }
}
