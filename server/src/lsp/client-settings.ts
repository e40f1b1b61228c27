import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { type AnalysisOptions, frameworksOf } from '#analysis';
import { parseParameterFile, type Service } from '#service';
import { type EditorSettings, readSettings } from './settings.ts';

/** The settings that hold for one document, ready for analysis. */
export interface DocumentSettings {
  readonly shownAs: EditorSettings['shownAs'];
  readonly codeLens: boolean;
  /** The same object as long as nothing in it changed, whatever document asks. */
  readonly options: AnalysisOptions;
}

/** The settings a client gives. Asks where the client answers, takes what is pushed where it does not. */
export interface ClientSettings {
  /** Never rejects: settings that cannot be had are the standard ones. */
  of(uri: string): Promise<DocumentSettings>;
  /** Forgets what was asked. `pushed`: what came with the notification, undefined when nothing did. */
  changed(pushed: unknown): void;
}

/** How long a client may take to answer before the standard settings hold, in milliseconds. */
const PATIENCE = 2000;

export function createClientSettings(
  connection: Connection,
  { capabilities, workspaceFolders }: InitializeParams,
  service: Service,
  readText: (uri: string) => Promise<string | undefined>,
): ClientSettings {
  const asks = capabilities.workspace?.configuration ?? false;
  const canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
  const made = new Map<string, AnalysisOptions>();
  const watched = new Set<string>();
  const complained = new Set<string>();
  const frameworks = frameworksOf(service.rules);
  let section: unknown;

  const ask = async (uri: string): Promise<EditorSettings> => {
    if (!asks) return readSettings(section);
    const answer = connection.workspace.getConfiguration({ scopeUri: uri, section: 'remit' });
    return readSettings(await orAfter(PATIENCE, answer));
  };
  const complain = (complaint: string) => {
    if (!complained.has(complaint)) connection.console.warn(complaint);
    complained.add(complaint);
  };
  /** An unknown framework would leave no rule to run, and nobody the wiser. */
  const known = (found: EditorSettings): EditorSettings => {
    const { framework } = found;
    if (framework === undefined || frameworks.includes(framework)) return found;
    complain(`remit.framework is one of ${frameworks.join(', ')}, not "${framework}"; all rules of the profile run`);
    return { ...found, framework: undefined };
  };
  const watchFile = (file: string) => {
    if (!canWatch || watched.has(file)) return;
    watched.add(file);
    const registration = { id: `remit.parameters.${watched.size}`, method: 'workspace/didChangeWatchedFiles' };
    const registerOptions = { watchers: [{ globPattern: `**/${file.slice(file.lastIndexOf('/') + 1)}` }] };
    connection
      .sendRequest('client/registerCapability', { registrations: [{ ...registration, registerOptions }] })
      .catch(() => {});
  };
  const parametersFor = async (file: string, uri: string): Promise<ReadonlyMap<string, string>> => {
    watchFile(file);
    const address = resolve(file, uri, workspaceFolders ?? []);
    const text = address === undefined ? undefined : await readText(address);
    const parsed = text === undefined ? 'cannot be read' : parseParameterFile(text, file);
    if (typeof parsed !== 'string') return parsed;
    complain(`remit.parameterFile: ${file} ${parsed}`);
    return new Map();
  };

  return {
    async of(uri) {
      const found = await ask(uri).catch(() => readSettings(undefined));
      const { shownAs, codeLens, parameterFile, profile, framework, disabled } = known(found);
      const parameters =
        parameterFile === undefined ? new Map<string, string>() : await parametersFor(parameterFile, uri);
      const same = JSON.stringify([profile, framework, disabled, [...parameters]]);
      // An editor always sends a profile, so it cannot be known whether the author chose it: a framework comes first.
      const active = framework === undefined ? { profile } : { framework };
      const options = made.get(same) ?? service.options({ ...active, disabled, parameters });
      made.set(same, options);
      return { shownAs, codeLens, options };
    },
    changed(pushed) {
      if (typeof pushed === 'object' && pushed !== null && 'remit' in pushed) section = pushed.remit;
    },
  };
}

/** The address of a file given relative to the workspace folder of a document, else to the document's own folder. */
function resolve(file: string, uri: string, folders: readonly WorkspaceFolder[]): string | undefined {
  const folder = folders
    .map((candidate) => (candidate.uri.endsWith('/') ? candidate.uri : `${candidate.uri}/`))
    .filter((candidate) => uri.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  const path = file.replaceAll('\\', '/');
  const absolute = /^(?:[a-z]:)?\//i.test(path) ? `file://${path.startsWith('/') ? '' : '/'}${path}` : path;
  return URL.canParse(absolute, folder ?? uri) ? new URL(absolute, folder ?? uri).href : undefined;
}

function orAfter(milliseconds: number, answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
