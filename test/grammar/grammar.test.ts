import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { vscodeServer } from '../../scripts/editor/vscode-server.mjs';

// The cases run over VS Code's own YAML and JSON grammars: an injection is right only together with what it is injected into.
const root = join(import.meta.dirname, '../..');
const cases = readdirSync(join(import.meta.dirname, 'cases'));
let base: readonly string[] = [];

beforeAll(async () => {
  const extensions = join((await vscodeServer()).root, 'extensions');
  base = ['yaml', 'json'].flatMap((language) => {
    const folder = join(extensions, language, 'syntaxes');
    return readdirSync(folder).map((name) => join(folder, name));
  });
}, 120_000);

test.each(cases)('colours %s as its marks say', (name) => {
  const program = join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js');
  const grammars = base.flatMap((file) => ['--grammar', file]);
  const { status, stdout } = spawnSync(process.execPath, [program, ...grammars, `test/grammar/cases/${name}`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
});
