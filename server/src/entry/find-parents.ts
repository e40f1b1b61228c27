import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Beyond these a folder is no folder of templates, and a file no template. */
const MOST_FILES = 200;
const MOST_BYTES = 1_000_000;
/** What is read for one template at most, so that nobody waits for it to open. */
const MOST_BYTES_IN_ALL = 20_000_000;

/**
 * The files in the folder of a template and in the one above that name it and hold nested stacks. Reads one after the other and looks at
 * bytes: for some hundred small files that takes a tenth of the time of asking for all of them at once. Never throws.
 */
export function findParents(file: string): readonly { readonly uri: string; readonly text: string }[] {
  const folders = new Set([dirname(file), dirname(dirname(file))]);
  const name = basename(file);
  const found: { uri: string; text: string }[] = [];
  let left = MOST_BYTES_IN_ALL;
  for (const path of [...folders].flatMap(templatesIn)) {
    const bytes = path === file ? undefined : read(path, left);
    left -= bytes?.length ?? 0;
    if (bytes?.includes(name) && NESTING.some((type) => bytes.includes(type)))
      found.push({ uri: pathToFileURL(path).href, text: bytes.toString('utf8') });
  }
  return found;
}

const NESTING = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'];

function templatesIn(folder: string): readonly string[] {
  try {
    const found = readdirSync(folder).filter((name) => /\.(ya?ml|json|template)$/i.test(name));
    return found.length > MOST_FILES ? [] : found.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function read(path: string, most: number): Buffer | undefined {
  try {
    const { size } = statSync(path);
    return size > Math.min(MOST_BYTES, most) ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}
