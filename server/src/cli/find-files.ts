import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { attempt, reasonOf } from './failure.ts';

/** A file to check, found or named. */
export interface FoundFile {
  /** As the author would write it, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly named: boolean;
  /** The parameters that a template which nests this one passes to it. */
  readonly passed?: ReadonlyMap<string, string>;
}

/** The files that arguments name, each once, and a line for each argument that names none. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly string[];
}

/**
 * Finds files. A folder is searched for what may be a template, without what `.gitignore` or `ignored` (globs as in
 * `.gitignore`, relative to `ignoreFrom`) name; a named file is taken whatever it is called.
 */
export function findFiles(
  paths: readonly string[],
  cwd: string,
  ignored: readonly string[] = [],
  ignoreFrom: string = cwd,
): FoundFiles {
  const files = new Map<string, FoundFile>();
  const problems: string[] = [];
  const own: Layer = { from: ignoreFrom, rules: ignore().add([...ignored]) };
  const add = (absolute: string, argument: string, named: boolean) => {
    const path = isAbsolute(argument) ? absolute : relative(cwd, absolute);
    const before = files.get(absolute);
    files.set(absolute, { path: path.split(sep).join('/'), absolute, named: named || (before?.named ?? false) });
  };
  for (const path of paths) {
    if (path === '') {
      problems.push('an argument is empty: name a file, a folder or a glob');
      continue;
    }
    const absolute = resolve(cwd, path);
    const stat = attempt(() => statSync(absolute, { throwIfNoEntry: false }));
    if (stat instanceof Error) {
      problems.push(`${path}: ${reasonOf(stat)}`);
    } else if (stat?.isDirectory()) {
      const unread: string[] = [];
      const found = walk(absolute, [own, ...layersAbove(absolute)], (folder, error) => {
        unread.push(`${isAbsolute(path) ? folder : relative(cwd, folder) || '.'}: ${reasonOf(error)}`);
      });
      for (const file of found) add(file, path, false);
      problems.push(...unread);
      if (found.length === 0 && unread.length === 0) problems.push(`${path}: no YAML or JSON files in this folder`);
    } else if (stat) {
      add(absolute, path, true);
    } else if (isDynamicPattern(path)) {
      const found = globSync(path.split(sep).join('/'), {
        cwd,
        absolute: true,
        onlyFiles: true,
        dot: true,
        ignore: skippedFolders.map((name) => `**/${name}/**`),
      });
      for (const file of found.sort()) if (!isIgnored(file, false, [own])) add(resolve(file), path, false);
      if (found.length === 0) problems.push(`${path}: no files match`);
    } else {
      problems.push(`${path}: no such file or folder`);
    }
  }
  return { files: [...files.values()], problems };
}

const skippedFolders = ['node_modules', '.git', '.aws-sam', 'cdk.out', '.terraform', '.venv'];
const candidate = /\.(ya?ml|json|template|cfn)$/i;

/** The patterns of one `.gitignore`, relative to its folder. */
interface Layer {
  readonly from: string;
  readonly rules: Ignore;
}

function walk(folder: string, layers: readonly Layer[], onError: (folder: string, error: Error) => void): string[] {
  const here = [...layers, ...layerOf(folder)];
  const files: string[] = [];
  const folders: string[] = [];
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  if (entries instanceof Error) onError(folder, entries);
  for (const entry of entries instanceof Error ? [] : entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.includes(entry.name) && !isIgnored(path, true, here)) folders.push(path);
    } else if (candidate.test(entry.name) && isFile(path, entry) && !isIgnored(path, false, here)) {
      files.push(path);
    }
  }
  return [...files.sort(), ...folders.sort().flatMap((child) => walk(child, here, onError))];
}

/** A link to a file counts as one; links to folders are not followed, they may lead in circles. */
function isFile(path: string, entry: { isFile(): boolean; isSymbolicLink(): boolean }): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  const stat = attempt(() => statSync(path, { throwIfNoEntry: false }));
  return !(stat instanceof Error) && (stat?.isFile() ?? false);
}

function isIgnored(path: string, isFolder: boolean, layers: readonly Layer[]): boolean {
  let verdict = false;
  for (const { from, rules } of layers) {
    const inside = relative(from, path).split(sep).join('/');
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) continue;
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored) verdict = true;
    if (unignored) verdict = false;
  }
  return verdict;
}

function layerOf(folder: string): Layer[] {
  const file = join(folder, '.gitignore');
  try {
    return existsSync(file) ? [{ from: folder, rules: ignore().add(readFileSync(file, 'utf8')) }] : [];
  } catch {
    return [];
  }
}

/** The layers of the folders above, up to the root of the repository; none outside of one. */
function layersAbove(folder: string): Layer[] {
  const layers: Layer[][] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) layers.unshift(layerOf(at));
    if (existsSync(join(at, '.git'))) return layers.flat();
    if (dirname(at) === at) return [];
  }
}
