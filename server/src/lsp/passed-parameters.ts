import type { AnalysisOptions } from '#analysis';
import { agreedParameters, type Document, nestedStacks } from '#features';
import type { Service } from '#service';

/** A file that may nest a document. */
export interface ParentFile {
  readonly uri: string;
  readonly text: string;
}

/**
 * What templates pass to those that they nest: a template that is nested in another is deployed with what its parent gives it, not
 * with its defaults. Parents are open, or files near a document that name it.
 */
export interface PassedParameters {
  /** Reads the parents of a document that are not open. `options`: what its author has chosen, for them too. */
  search(uri: string, options: AnalysisOptions): void;
  /** The options of a document: those its author has chosen, and beneath them what its parents pass. */
  optionsFor(uri: string, chosen: AnalysisOptions): AnalysisOptions;
  /** Takes in what an open document passes; the addresses of those for whom that is something else than before. */
  note(document: Document): readonly string[];
  /** Forgets a document that is no longer open; the addresses of those it passed something to. */
  forget(uri: string): readonly string[];
}

/** Stacks nest no deeper than this in practice; ends templates that nest each other. */
const MOST_LEVELS = 5;

interface Parent {
  readonly isOpen: boolean;
  /** How many parents stand above it. */
  readonly level: number;
  /** What it passes, by the place of the nested template, once for each stack. */
  readonly passed: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>;
}

export function createPassedParameters(
  service: Service,
  findParents: (uri: string) => readonly ParentFile[],
): PassedParameters {
  const parents = new Map<string, Parent>();
  const made = new WeakMap<AnalysisOptions, Map<string, AnalysisOptions>>();
  const silent = service.rules.map(({ id }) => id);

  const parentsOf = (place: string) => [...parents.values()].filter(({ passed }) => passed.has(place));
  const levelOf = (place: string) => Math.max(-1, ...parentsOf(place).map(({ level }) => level)) + 1;
  const describe = (place: string) =>
    JSON.stringify(parentsOf(place).map(({ passed }) => entriesOf(passed.get(place))));
  const read = (document: Document, isOpen: boolean): Parent => {
    const passed = new Map<string, ReadonlyMap<string, string>[]>();
    for (const { location, parameters } of nestedStacks(document)) {
      const place = placeOf(location, document.name);
      if (place !== undefined) passed.set(place, [...(passed.get(place) ?? []), parameters]);
    }
    return { isOpen, level: levelOf(placeOf(document.name) ?? ''), passed };
  };
  /** Changes what one parent passes; the places for which that is something else than before. */
  const replace = (place: string, parent: Parent | undefined): readonly string[] => {
    const children = [...new Set([...(parents.get(place)?.passed.keys() ?? []), ...(parent?.passed.keys() ?? [])])];
    const before = children.map(describe);
    if (parent && parent.passed.size > 0) parents.set(place, parent);
    else parents.delete(place);
    if (parent && parent.level >= MOST_LEVELS) return [];
    return children.filter((child, at) => describe(child) !== before[at]);
  };

  return {
    search(uri, { parameters }) {
      for (const { uri: name, text } of findParents(uri)) {
        const place = placeOf(name) ?? name;
        if (parents.get(place)?.isOpen) continue;
        // What such a file leaves insecure is nobody's question here.
        replace(place, read(service.open({ name, text }, service.options({ parameters, disabled: silent })), false));
      }
    },
    optionsFor(uri, chosen) {
      const place = placeOf(uri);
      const passed = place === undefined ? [] : parentsOf(place).flatMap((parent) => parent.passed.get(place) ?? []);
      const agreed = agreedParameters(passed);
      if (agreed.size === 0) return chosen;
      const byParameters = made.get(chosen) ?? new Map<string, AnalysisOptions>();
      made.set(chosen, byParameters);
      const same = JSON.stringify([...agreed]);
      const options = byParameters.get(same) ?? { ...chosen, parameters: new Map([...agreed, ...chosen.parameters]) };
      byParameters.set(same, options);
      return options;
    },
    note: (document) => replace(placeOf(document.name) ?? document.name, read(document, true)),
    forget: (uri) => replace(placeOf(uri) ?? uri, undefined),
  };
}

/** One spelling of the address of a file, or of a path relative to one; undefined for what lies elsewhere, such as in a bucket. */
export function placeOf(location: string, base?: string): string | undefined {
  if (base !== undefined && /^[a-z][\w+.-]+:/i.test(location)) return undefined;
  if (!URL.canParse(location, base)) return undefined;
  const { href } = new URL(location, base);
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function entriesOf(passed: readonly ReadonlyMap<string, string>[] = []) {
  return passed.map((parameters) => [...parameters]);
}
