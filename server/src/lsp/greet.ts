import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { FIX_ALL_KIND } from '#features';

/**
 * Tells a client what the server can do, and starts the server once the client has heard: what understands templates takes longer
 * to load than all that is needed to say so.
 */
export function greet(connection: Connection, start: (params: InitializeParams) => void): void {
  let params: InitializeParams | undefined;
  connection.onInitialize((given) => {
    params = given;
    return greeting;
  });
  connection.onInitialized(() => {
    if (params) start(params);
  });
  connection.listen();
}

// Only its type is imported: the engine is not loaded yet.
const fixAll: typeof FIX_ALL_KIND = 'source.fixAll.remit';

const greeting: InitializeResult = {
  serverInfo: { name: 'Remit' },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
    workspace: { workspaceFolders: { supported: true } },
  },
};
