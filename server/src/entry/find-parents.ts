import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Beyond these a folder is no folder of templates, and a file no template. */
const MOST_FILES = 200;
const MOST_BYTES = 1_000_000;

/** The files in the folder of a template and in the one above that name it and hold nested stacks. Never rejects. */
export async function findParents(file: string): Promise<readonly { readonly uri: string; readonly text: string }[]> {
  const folders = new Set([dirname(file), dirname(dirname(file))]);
  const lists = await Promise.all([...folders].map(templatesIn));
  const texts = await Promise.all(
    lists
      .flat()
      .filter((path) => path !== file)
      .map(async (path) => ({ path, text: await read(path) })),
  );
  return texts.flatMap(({ path, text }) =>
    text?.includes(basename(file)) && /AWS::(CloudFormation::Stack|Serverless::Application)/.test(text)
      ? [{ uri: pathToFileURL(path).href, text }]
      : [],
  );
}

async function templatesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.filter((name) => /\.(ya?ml|json|template)$/i.test(name));
  return found.length > MOST_FILES ? [] : found.sort().map((name) => join(folder, name));
}

async function read(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? undefined : await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
