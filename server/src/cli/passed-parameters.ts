import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { AnalysisOptions } from '#analysis';
import { agreedParameters, nestedStacks } from '#features';
import type { Service, Settings } from '#service';
import { decode } from './decode.ts';
import { attempt } from './failure.ts';
import type { FoundFile } from './find-files.ts';

/** Stacks nest no deeper than this in practice; ends templates that nest each other. */
const MOST_LEVELS = 5;

/**
 * The files with the parameters that other files of the same run pass them: a template that is nested in another is deployed
 * with what its parent gives it, not with its defaults. Where several parents differ, a parameter stays open.
 */
export function withPassedParameters(
  files: readonly FoundFile[],
  service: Service,
  settings: Settings,
): readonly FoundFile[] {
  const parents = files.filter(mayHaveNestedStacks);
  if (parents.length === 0) return files;
  let current = files;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const passed = passedBy(
      current.filter((file) => parents.some(({ path }) => path === file.path)),
      service,
      settings,
    );
    const next = current.map((file) => withParameters(file, passed.get(file.absolute)));
    if (next.every((file, at) => file === current[at])) break;
    current = next;
  }
  return current;
}

/** The options for each file: one value for all that no parent passes anything to. */
export function createOptions(service: Service, settings: Settings): (file: FoundFile) => AnalysisOptions {
  const plain = service.options(settings);
  return (file) => (file.passed ? service.options(settingsFor(file, settings)) : plain);
}

/** What the author has chosen goes before what a parent passes. */
function settingsFor({ passed }: FoundFile, settings: Settings): Settings {
  return passed ? { ...settings, parameters: new Map([...passed, ...(settings.parameters ?? [])]) } : settings;
}

function mayHaveNestedStacks({ absolute }: FoundFile): boolean {
  // What comes from a pipe can be read once only.
  const bytes = attempt(() => (statSync(absolute).isFile() ? readFileSync(absolute) : Buffer.of()));
  if (bytes instanceof Error) return false;
  return bytes.includes('AWS::CloudFormation::Stack') || bytes.includes('AWS::Serverless::Application');
}

function passedBy(parents: readonly FoundFile[], service: Service, settings: Settings) {
  const passed = new Map<string, ReadonlyMap<string, string>[]>();
  for (const parent of parents) {
    const decoded = decode(readFileSync(parent.absolute));
    if (decoded.error) continue;
    const { text } = decoded;
    const document = service.open({ name: parent.path, text }, service.options(settingsFor(parent, settings)));
    for (const { location, parameters } of nestedStacks(document)) {
      const child = resolve(dirname(parent.absolute), location);
      passed.set(child, [...(passed.get(child) ?? []), parameters]);
    }
  }
  return passed;
}

function withParameters(file: FoundFile, passed: readonly ReadonlyMap<string, string>[] = []): FoundFile {
  const known = agreedParameters(passed);
  const isSame =
    known.size === (file.passed?.size ?? 0) && [...known].every(([name, text]) => file.passed?.get(name) === text);
  return isSame ? file : { ...file, passed: known };
}
