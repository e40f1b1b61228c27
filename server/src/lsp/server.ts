import type { Connection, InitializeParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { AnyRule } from '#analysis';
import { codeActions, FIX_ALL_KIND, hover, type Responsibilities } from '#features';
import type { Schema } from '#schema';
import { createService } from '#service';
import { toHover, toLspAction } from './answers.ts';
import { createClientSettings } from './client-settings.ts';
import { hoverLinks } from './hover-links.ts';
import { answerMapRequests } from './map-requests.ts';
import { createOpenDocuments, type OpenDocument } from './open-documents.ts';
import type { ParentFile } from './passed-parameters.ts';
import { toSpan } from './positions.ts';
import { createPublisher } from './publisher.ts';
import { warmUp } from './warm-up.ts';

/** What differs between a process and a web worker. */
export interface ServerHost {
  readonly rules: readonly AnyRule[];
  /** Whose remit each part of a resource type is. */
  readonly responsibilities: Responsibilities;
  /** `assets`: the address of the folder with the built files, as the client tells it. */
  createSchema(assets: string | undefined): Schema;
  /** The address of the folder with the rules' pages, ending in `/`; undefined where there is none. */
  pages(assets: string | undefined): string | undefined;
  /** The text at a file address, undefined when it cannot be read; for parameter files. */
  readText(uri: string): Promise<string | undefined>;
  /** The text of a file that a document includes, by the document's address and the location as written there; not in a browser. */
  readIncluded?(uri: string, location: string): string | undefined;
  /** The files near a template that name it and hold nested stacks; not in a browser. */
  findParents?(uri: string): readonly ParentFile[];
  /** Runs a task soon, after input that has arrived has had its turn. */
  defer(task: () => void): void;
}

/** Answers a client that has been greeted, until its connection ends. */
export function startServer(connection: Connection, params: InitializeParams, host: ServerHost): void {
  const failed = (what: string, error: unknown) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      connection.console.error(`${what} failed: ${reason}`);
    } catch {
      // The client is gone, so there is nobody left to tell.
    }
  };
  const notified = (what: string, handle: () => void) => {
    try {
      handle();
    } catch (error) {
      failed(what, error);
    }
  };
  const answered = async <T>(what: string, answer: () => Promise<T>): Promise<T> => {
    try {
      return await answer();
    } catch (error) {
      failed(what, error);
      throw new Error(`${what} failed`);
    }
  };

  const assets = assetsOf(params);
  const schema = host.createSchema(assets);
  const pages = host.pages(assets);
  const service = createService({
    rules: host.rules,
    schema,
    responsibilities: host.responsibilities,
    readIncluded: host.readIncluded,
    pageOf: (rule) => (pages === undefined ? undefined : `${pages}${rule}.md`),
  });
  const settings = createClientSettings(connection, params, service, host.readText);
  const publisher = createPublisher(connection);
  const publish = Object.assign(
    (open: OpenDocument) => {
      publisher(open);
      maps.analysed(open);
    },
    {
      nothing(uri: string) {
        publisher.nothing(uri);
        maps.closed(uri);
      },
    },
  );
  const documents = createOpenDocuments({
    service,
    settings,
    publish,
    findParents: (uri) => host.findParents?.(uri) ?? [],
    defer: host.defer,
    failed,
  });

  const { hover: hoverAbility } = params.capabilities.textDocument ?? {};
  const refreshesLenses = params.capabilities.workspace?.codeLens?.refreshSupport ?? false;
  const commands = params.initializationOptions?.commands === true;
  const markdown = hoverAbility?.contentFormat?.includes('markdown') ?? false;
  const versionedEdits = params.capabilities.workspace?.workspaceEdit?.documentChanges ?? false;
  const maps = answerMapRequests({ connection, documents, versionedEdits, answered });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    documents.reconfigure();
    // Editors ask for lenses when a text changes; a setting is no text.
    if (refreshesLenses) connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  });
  connection.onDidChangeWatchedFiles(() => {
    settings.changed(undefined);
    documents.reconfigure();
  });
  connection.onHover(({ textDocument, position }) =>
    answered('hover', async () => {
      const open = await documents.current(textDocument.uri);
      if (!open) return null;
      const lines = open.document.tree.lines;
      const found = hover(open.document, lines.offsetAt(position), commands ? hoverLinks(open.uri) : {});
      return found ? toHover(found, lines, markdown) : null;
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    answered('code actions', async () => {
      const open = await documents.current(textDocument.uri);
      if (!open) return null;
      const wanted = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const lines = open.document.tree.lines;
      const kinds = {
        quickFixes: wanted(CodeActionKind.QuickFix),
        // Only when asked for: it proves every fix of the file, and the lightbulb asks at each move of the cursor.
        fixAll: context.only !== undefined && wanted(FIX_ALL_KIND),
      };
      return codeActions(open.document, toSpan(range, lines), kinds).map((action) =>
        toLspAction(action, open, context.diagnostics, versionedEdits),
      );
    }),
  );
  connection.onDidOpenTextDocument(({ textDocument }) => notified('opening', () => documents.open(textDocument)));
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    notified('a change', () => documents.change(textDocument.uri, textDocument.version, contentChanges)),
  );
  connection.onDidCloseTextDocument(({ textDocument }) => notified('closing', () => documents.close(textDocument.uri)));
  host.defer(() => warmUp(service, (task) => host.defer(() => notified('warming up', task))));
}

function assetsOf({ initializationOptions }: InitializeParams): string | undefined {
  const assets: unknown = initializationOptions?.assets;
  return typeof assets === 'string' ? assets : undefined;
}
