// npm start                       opens VS Code with the extension on examples/
// npm start -- FILE_OR_FOLDER     opens that instead
// npm start -- --check PATH …     prints the findings in the terminal; takes every option of `remit check`
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { inProject, PlainError, root, runScript } from './project.mjs';
import { setUp } from './set-up.mjs';

const args = process.argv.slice(2);

// Exit code 2 is `remit check`'s own for usage, 1 stands for findings.
runScript(() => (args.includes('--check') ? check() : openEditor()), 2);

async function check() {
  const rest = args.filter((arg) => arg !== '--check');
  await setUp({ quiet: true });
  const cli = inProject('dist', 'cli.js');
  const { status, signal } = spawnSync(process.execPath, [cli, 'check', ...rest], {
    cwd: callerFolder(),
    stdio: 'inherit',
  });
  return signal ? 130 : status;
}

async function openEditor() {
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown) throw new PlainError(`unknown option ${unknown}; npm start [-- FILE_OR_FOLDER | -- --check PATH]`);
  if (args.length > 1) throw new PlainError('one file or folder at a time');
  const target = whatToOpen(args[0]);
  await setUp();
  const code = findCode();
  return code ? openDesktop(code, target) : openInBrowser(target);
}

/** `{ folder, file }`: a file opens in its folder; when nothing is given, the example that shows most. */
function whatToOpen(given) {
  const path = given === undefined ? inProject('examples', 'web-app.yaml') : resolve(callerFolder(), given);
  if (!existsSync(path)) throw new PlainError(`${given ?? path} does not exist`);
  return statSync(path).isFile() ? { folder: dirname(path), file: path } : { folder: path };
}

// npm runs scripts in the project's root; a relative path means the folder that npm was called in.
function callerFolder() {
  return process.env.INIT_CWD ?? process.cwd();
}

function findCode() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}

function openDesktop(code, { folder, file }) {
  const windows = process.platform === 'win32';
  const parameters = [`--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])];
  const result = windows
    ? spawnSync(
        `"${code}"`,
        parameters.map((parameter) => `"${parameter}"`),
        { stdio: 'inherit', shell: true },
      )
    : spawnSync(code, parameters, { stdio: 'inherit' });
  if (result.error) throw new PlainError(`${code} did not start: ${result.error.message}`);
  console.log(`VS Code shows ${folder} with Remit running from ${root}`);
  return result.status;
}

async function openInBrowser({ folder, file }) {
  const { remoteUri, startServer, workbenchAddress } = await import('./editor/session.mjs');
  const server = await startServer({ graceSeconds: 3 * 3600 });
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', remoteUri(server, root)],
  ];
  if (file) payload.push(['openFile', remoteUri(server, file)]);
  console.log(
    `\nVS Code with Remit on ${folder}:\n\n  ${workbenchAddress(server, folder, payload)}\n\nCtrl+C ends it.`,
  );
  const code = await server.ended;
  throw new PlainError(`VS Code's server ended with ${code}`);
}
