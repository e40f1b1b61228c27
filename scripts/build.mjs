// Bundles Remit into dist/:  node scripts/build.mjs [--watch] [--production]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, PlainError, root, runScript, secondsSince } from './project.mjs';

// As ES modules the `yaml` package crashes at start in Node, and the UMD build of `jsonc-parser` does not bundle:
// so CommonJS from the `module` entries.
const forNode = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Packages written as ES modules ask where they are; CommonJS has no word for it.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const forBrowser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...forNode, entryPoints: ['server/src/entry/cli.ts'], outfile: 'dist/cli.js' },
  { ...forNode, entryPoints: ['server/src/entry/node.ts'], outfile: 'dist/server.js' },
  { ...forNode, entryPoints: ['server/src/entry/engine.ts'], outfile: 'dist/engine.js' },
  { ...forNode, entryPoints: ['client/src/node.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...forBrowser, entryPoints: ['server/src/entry/browser.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  {
    ...forBrowser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  // The page of the responsibility map, for the editor's view and for reports.
  {
    ...forBrowser,
    entryPoints: { page: 'client/src/map/page.ts', map: 'map-view/map.css' },
    outdir: 'dist/map',
    format: 'iife',
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
    // Also while developing: much of the start of the server is reading its own text. Source maps tell the names.
    minify: true,
    legalComments: production ? 'linked' : 'none',
    plugins: [withoutExamples],
  };
}

/**
 * Empties the template texts in the examples of rules, a third of a bundle and of what a program evaluates at its start: only
 * tests and pages want them. That an example has a `good` is kept.
 */
const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/][\w-]+[\\/][\w-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return { contents: text.replace(/\b(bad|good|silent): template`(?:\\.|[^`\\])*`/gs, "$1: ''"), loader: 'ts' };
    });
  },
};

// ---- The schema: scripts/generate-schema.mts writes .generated/schema/, which is copied to dist/schema/ and loaded lazily from there.

const generated = inProject('.generated', 'schema');
const checked = inProject('.generated', 'schema.checked');

function buildSchema() {
  // The generator knows itself when its tables are stale, but takes longer to say so than a whole build: ask when something has changed.
  if (!existsSync(join(generated, 'stamp.json')) || schemaSourcesChanged()) {
    const generator = inProject('scripts', 'generate-schema.mts');
    const args = ['--import', 'tsx', generator, '--if-stale'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new PlainError(`generate-schema failed\n${stderr}`);
    writeFileSync(checked, '');
  }
  const target = inProject('dist', 'schema');
  if (readIfThere(join(target, 'stamp.json')) === readFileSync(join(generated, 'stamp.json'), 'utf8')) return;
  rmSync(target, { recursive: true, force: true });
  cpSync(generated, target, { recursive: true });
}

function schemaSourcesChanged() {
  const since = statSync(checked, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = [inProject('scripts'), inProject('server', 'src', 'schema')]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /schema.*\.m?ts$/.test(file));
  return [inProject('package-lock.json'), ...files].some((file) => statSync(file).mtimeMs > since);
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runScript(async () => {
    if (process.argv.includes('--watch')) return watch();
    const start = performance.now();
    await build({ production: process.argv.includes('--production') });
    console.log(`Built dist/ in ${secondsSince(start)}`);
  });
}
