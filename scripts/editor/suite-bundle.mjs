// Bundles test/vscode for each extension host into out/test/: one CommonJS file each, mocha included.
import { readdirSync } from 'node:fs';
import { inProject, root } from '../project.mjs';

const mark = 'remit-suite';
const suitesFolder = inProject('test', 'vscode', 'suite');

/** Bundles the suites; `grep` keeps only the tests whose title contains it, `webviews` says that the runner can act in them. */
export async function buildSuite({ grep = '', webviews = false } = {}) {
  const { build } = await import('esbuild');
  const define = { REMIT_TEST_GREP: JSON.stringify(grep), REMIT_TEST_WEBVIEWS: String(webviews) };
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
    sourcemap: 'inline',
    plugins: [everySuite],
  };
  await Promise.all([
    build({
      ...common,
      entryPoints: ['test/vscode/hosts/node.ts'],
      outfile: suiteFile('remote'),
      platform: 'node',
      define,
      external: ['vscode', 'mocha'],
    }),
    build({
      ...common,
      entryPoints: ['test/vscode/hosts/web.ts'],
      outfile: suiteFile('web'),
      platform: 'browser',
      define: { ...define, global: 'globalThis' },
      external: ['vscode'],
    }),
  ]);
}

// `import 'remit:suites'` imports every suite/*.test.ts: a list by hand would one day forget one.
const everySuite = {
  name: 'every-suite',
  setup(build) {
    build.onResolve({ filter: /^remit:suites$/ }, () => ({ path: 'suites', namespace: 'every-suite' }));
    build.onLoad({ filter: /.*/, namespace: 'every-suite' }, () => {
      const suites = readdirSync(suitesFolder).filter((name) => name.endsWith('.test.ts'));
      return {
        contents: suites
          .sort()
          .map((name) => `import './${name}';`)
          .join('\n'),
        loader: 'ts',
        resolveDir: suitesFolder,
      };
    });
  },
};

/** Where a host's bundle lies. */
export const suiteFile = (host) => inProject('out', 'test', host === 'web' ? 'web.js' : 'node.js');

/**
 * Reads one line of the extension host's console: `{ event, … }` where the suite wrote it, `undefined` for all else.
 * The suite marks its lines because the workbench logs to the same place.
 */
export function readSuiteLine(line) {
  const at = line.indexOf(`${mark} {`);
  if (at < 0) return undefined;
  return JSON.parse(line.slice(at + mark.length + 1));
}
