import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rules } from '#rules';
import { detectLanguage, type Language } from '#syntax';

/** A template to start from. */
export interface Seed {
  readonly name: string;
  readonly text: string;
  readonly language: Language;
}

/** Larger templates say nothing more to a fuzzer and slow it down. */
const LARGEST = 60_000;

/** The templates shipped as examples, those in the rules, and those in a folder of the user's. */
export function readCorpus(folder: string | undefined): readonly Seed[] {
  const examples = readFolder(resolve(import.meta.dirname, '../../examples'));
  const own = rules.flatMap(({ id, examples }) =>
    examples.flatMap(({ bad, good, silent }) => [bad, good, silent].flatMap((text) => (text ? [seed(id, text)] : []))),
  );
  return [...examples, ...own, ...(folder === undefined ? [] : readFolder(folder))];
}

function readFolder(folder: string): Seed[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => /\.(ya?ml|json|template)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST)
    .map((path) => seed(path, readFileSync(path, 'utf8')));
}

function seed(name: string, text: string): Seed {
  return { name, text, language: detectLanguage(name, text) };
}
