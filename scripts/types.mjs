// Type checks the project once for each set of globals that its parts may see.
import { spawn } from 'node:child_process';
import { inProject, root, runScript } from './project.mjs';

const configurations = ['tsconfig.json', 'tsconfig.core.json', 'tsconfig.web.json', 'tsconfig.page.json'];

runScript(async () => {
  const codes = await Promise.all(configurations.map(check));
  return codes.every((code) => code === 0) ? 0 : 1;
});

function check(configuration) {
  return new Promise((done) => {
    const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
    const child = spawn(process.execPath, [tsc, '-p', configuration], { cwd: root });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      if (code !== 0) console.error(`${configuration}\n${output}`);
      done(code ?? 1);
    });
  });
}
