// Makes a fresh checkout ready: modules as package-lock.json names them, then the bundles. Node built-ins only up to the build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, PlainError, root, secondsSince } from './project.mjs';

const stampFile = inProject('node_modules', '.remit-installed');

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
  const wanted = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
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
  writeFileSync(stampFile, wanted);
  console.error(`Modules installed in ${secondsSince(start)}`);
}
