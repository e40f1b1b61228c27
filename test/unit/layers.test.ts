import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const planted: string[] = [];

afterAll(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const forbidden: readonly [claim: string, files: Readonly<Record<string, string>>, rule: string][] = [
  ['a layer that imports a later one', { 'server/src/text/later-layer.ts': "import '#model';" }, 'layer-text'],
  [
    'a layer that imports a later type',
    { 'server/src/text/later-type.ts': "import type { A } from '#model'; export type B = A;" },
    'layer-text',
  ],
  ['a later layer by its path', { 'server/src/model/by-path.ts': "import '../service/index.ts';" }, 'layer-model'],
  ['a host that imports the other', { 'server/src/lsp/other-host.ts': "import '#cli';" }, 'layer-lsp'],
  [
    'an engine that knows a rule',
    { 'server/src/analysis/knows-rule.ts': "import '../../../rules/s3/a.ts';" },
    'engine-knows-no-rule',
  ],
  ['a host that knows the rules', { 'server/src/cli/knows-rules.ts': "import '#rules';" }, 'engine-knows-no-rule'],
  ['a rule that reaches past the kit', { 'rules/s3/past-kit.ts': "import '#model';" }, 'rules-import-the-kit'],
  ['a rule that imports a package', { 'rules/s3/package.ts': "import 'node:fs';" }, 'rules-import-the-kit'],
  ['a kit that reaches the service', { 'rules/kit/kit-service.ts': "import '#service';" }, 'kit-hands-on-the-engine'],
  ['Node below the hosts', { 'server/src/syntax/node.ts': "import 'node:path';" }, 'no-node-below-hosts'],
  ['a client that analyses', { 'client/src/analyses.ts': "import '#service';" }, 'client-knows-no-engine'],
  ['a map that takes more than types', { 'map-view/takes.ts': "import '#features';" }, 'map-view-knows-shapes'],
  ['an engine that draws', { 'server/src/features/draws.ts': "import '#map-view';" }, 'engine-draws-nothing'],
  [
    'a circle',
    { 'server/src/text/b.ts': "import './c.ts';", 'server/src/text/c.ts': "import './b.ts';" },
    'no-circular',
  ],
  ['an import that goes nowhere', { 'server/src/text/nowhere.ts': "import './gone.ts';" }, 'nothing-unresolved'],
];

describe('the arrows of the house', { timeout: 60_000 }, () => {
  test('hold in every module', () => {
    const { violations, modules } = cruise(root);
    expect(violations).toEqual([]);
    // A cruise that sees no TypeScript passes, too.
    expect(modules).toBeGreaterThan(10);
  });

  describe('do not allow', () => {
    let found: readonly string[] = [];

    // All in one house: a cruise takes a second.
    beforeAll(() => {
      const house = plant(Object.assign({}, ...forbidden.map(([, files]) => files)));
      found = cruise(house).violations;
    });

    test.each(forbidden)('%s', (_claim, files, rule) => {
      const [module] = Object.keys(files);
      expect(found).toContainEqual(expect.stringContaining(`${rule}: ${module} → `));
    });
  });

  test('allow what the layers are for', () => {
    const house = plant({
      'server/src/model/good.ts': "import '#text'; import type { A } from '#syntax'; export type B = A;",
      'server/src/cli/good.ts': "import 'node:fs'; import '#service';",
      'rules/s3/good.ts': "import '#kit';",
      'rules/kit/good.ts': "import '#model';",
    });
    const { violations, modules } = cruise(house);
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThan(10);
  });
});

interface Cruise {
  readonly modules: number;
  readonly violations: readonly string[];
}

function cruise(folder: string): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    program,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'client',
    'map-view',
    'server',
    'rules',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`),
  };
}

/** A house with one empty module for each layer, and `files` on top. */
function plant(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'remit-layers-')));
  planted.push(folder);
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    cpSync(join(root, name), join(folder, name));
  const layers = 'text schema syntax model evaluate insight edit analysis features service lsp cli'.split(' ');
  const house = Object.fromEntries(layers.map((layer) => [`server/src/${layer}/index.ts`, 'export type A = string;']));
  const rest = {
    'client/src/a.ts': '',
    'map-view/index.ts': '',
    'rules/kit/index.ts': '',
    'rules/index.ts': '',
    'rules/s3/a.ts': '',
  };
  for (const [path, text] of Object.entries({ ...house, ...rest, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\nexport {};\n`);
  }
  return folder;
}
