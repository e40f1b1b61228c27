import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { AnalysisOptions } from '#analysis';
import type { Document } from '#features';
import type { Service } from '#service';
import type { Language } from '#syntax';
import type { ClientSettings, DocumentSettings } from './client-settings.ts';
import { createPassedParameters, type ParentFile, placeOf } from './passed-parameters.ts';
import { toChanges } from './positions.ts';
import type { Publish } from './publisher.ts';

/** A document with everything the client has said of it taken in. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
  readonly settings: DocumentSettings;
}

/** The documents the client has open. Changes are gathered and analysed together once no more are waiting. */
export interface OpenDocuments {
  open(item: TextDocumentItem): void;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** Asks for everyone's settings again and shows what follows from them. */
  reconfigure(): void;
  /** The document as of the last change that has arrived; undefined when it is not open. */
  current(uri: string): Promise<OpenDocument | undefined>;
}

interface Parts {
  readonly service: Service;
  readonly settings: ClientSettings;
  readonly publish: Publish;
  /** Files near a document that may nest it. */
  findParents(uri: string): readonly ParentFile[];
  defer(task: () => void): void;
  failed(what: string, error: unknown): void;
}

/** Rounds of waiting for more input, so that a flood of changes cannot hold back all diagnostics. */
const MOST_ROUNDS = 50;

export function createOpenDocuments(parts: Parts): OpenDocuments {
  const { service, settings, publish, defer, failed } = parts;
  const entries = new Map<string, Entry>();
  const passed = createPassedParameters(service, parts.findParents);

  const update = (entry: Entry): OpenDocument | undefined => {
    if (!entry.settings) return undefined;
    const { uri, version } = entry;
    const events = entry.pending;
    entry.pending = [];
    const before = entry.document ?? service.open({ name: uri, ...entry.opened }, entry.settings.options);
    const changes = toChanges(events, before.tree);
    const changed = service.change(before, changes);
    const document = service.configure(changed, entry.settings.options);
    entry.document = document;
    return { uri, version, document, settings: entry.settings };
  };
  const show = (entry: Entry) => {
    if (entries.get(entry.uri) !== entry) return;
    try {
      const open = update(entry);
      if (open) publish(open);
      if (open) defer(() => passOn(open.document));
    } catch (error) {
      failed(`analysing ${entry.uri}`, error);
    }
  };
  const schedule = (entry: Entry) => {
    if (entry.scheduled) return;
    entry.scheduled = true;
    // A message that is already waiting gets its turn between two rounds; so a round without one means that there is none.
    const wait = (seen: number, rounds: number) => {
      if (entry.arrivals !== seen && rounds < MOST_ROUNDS) return defer(() => wait(entry.arrivals, rounds + 1));
      entry.scheduled = false;
      show(entry);
    };
    const seen = entry.arrivals;
    defer(() => defer(() => wait(seen, 0)));
  };
  const configure = (entry: Entry) => {
    const asked = ++entry.asked;
    entry.ready = settings.of(entry.uri).then((found) => {
      if (asked !== entry.asked) return;
      search(entry.uri, found.options);
      entry.chosen = found;
      entry.settings = { ...found, options: passed.optionsFor(entry.uri, found.options) };
      schedule(entry);
    });
  };
  const search = (uri: string, options: AnalysisOptions) => {
    try {
      passed.search(uri, options);
    } catch (error) {
      failed(`finding what nests ${uri}`, error);
    }
  };
  /** Shows the open documents that one nests as they are with what it passes them. */
  const passOn = (document: Document) => {
    try {
      if (entries.get(document.name)?.document === document) refresh(passed.note(document));
    } catch (error) {
      failed(`passing parameters on from ${document.name}`, error);
    }
  };
  const refresh = (places: readonly string[]) => {
    for (const entry of entries.values()) {
      if (!entry.chosen || !places.includes(placeOf(entry.uri) ?? '')) continue;
      const options = passed.optionsFor(entry.uri, entry.chosen.options);
      if (entry.settings?.options === options) continue;
      entry.settings = { ...entry.chosen, options };
      schedule(entry);
    }
  };

  return {
    open({ uri, version, text, languageId }) {
      const opened = { text, language: languageOf(languageId, text) };
      const entry: Entry = { ...untouched, uri, version, opened, pending: [], ready: Promise.resolve() };
      entries.set(uri, entry);
      configure(entry);
    },
    change(uri, version, changes) {
      const entry = entries.get(uri);
      if (!entry) return;
      entry.version = version;
      for (const change of changes) entry.pending.push(change);
      entry.arrivals++;
      schedule(entry);
    },
    close(uri) {
      const entry = entries.get(uri);
      entries.delete(uri);
      if (entry) publish.nothing(uri);
      const places = passed.forget(uri);
      // What is in the file counts again.
      for (const other of entries.values()) if (places.includes(placeOf(other.uri) ?? '')) configure(other);
    },
    reconfigure() {
      for (const entry of entries.values()) configure(entry);
    },
    async current(uri) {
      const entry = entries.get(uri);
      await entry?.ready;
      return entry && entries.get(uri) === entry ? update(entry) : undefined;
    },
  };
}

interface Entry {
  readonly uri: string;
  readonly opened: { readonly text: string; readonly language: Language | undefined };
  version: number;
  /** Undefined until the client's settings are known: nothing is analysed twice on opening. */
  settings: DocumentSettings | undefined;
  /** The settings without what other templates pass. */
  chosen: DocumentSettings | undefined;
  document: Document | undefined;
  pending: TextDocumentContentChangeEvent[];
  ready: Promise<void>;
  arrivals: number;
  asked: number;
  scheduled: boolean;
}

const untouched = {
  settings: undefined,
  chosen: undefined,
  document: undefined,
  arrivals: 0,
  asked: 0,
  scheduled: false,
} as const;

/** JSON is YAML too, and `.template` files are often shown as YAML: then the text decides. */
function languageOf(languageId: string, text: string): Language | undefined {
  if (languageId === 'json' || languageId === 'jsonc') return 'json';
  return /^\uFEFF?\s*\{/.test(text) || !languageId.includes('yaml') ? undefined : 'yaml';
}
