import * as vscode from 'vscode';
import type { BaseLanguageClient, InitializeResult, LanguageClientOptions } from 'vscode-languageclient';
import { applyFix, type FixReference } from './apply-fix.ts';
import { createMapPanels } from './map/panel.ts';
import { adoptTemplateLanguage } from './template-language.ts';

/** How a host (Node or web worker) makes the client that talks to its server. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the extension hands to other extensions and to its own tests. */
export interface RemitApi {
  /** Resolves with the server's answer to `initialize`; starts the server where no document has started it yet. */
  serverReady(): Promise<InitializeResult>;
}

// No scheme: unsaved, remote and virtual documents count as much as files. The patterns catch a template whose language
// another extension or a setting has changed.
const documentSelector: readonly { language?: string; pattern?: string }[] = [
  { language: 'yaml' },
  { language: 'json' },
  { language: 'jsonc' },
  { pattern: '**/*.{yaml,yml,json,template,cfn}' },
];

// Old versions shown by a diff, and text that is not the author's: findings there would only fill the Problems panel.
const notWritten = new Set(['git', 'gitlens', 'gitlens-git', 'pr', 'review', 'output', 'chat-editing-text-model']);

/** Wires commands and documents to a server that starts with the first document it could have something to say about. */
export function activateRemit(context: vscode.ExtensionContext, create: CreateClient): RemitApi {
  const output = vscode.window.createOutputChannel('Remit', { log: true });
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;

  const start = (): Promise<void> => {
    client ??= listening(create(clientOptions(context, output)));
    starting ??= client.start().catch((error: unknown) => {
      starting = undefined;
      output.error(`The language server did not start: ${String(error)}`);
      throw error;
    });
    return starting;
  };
  const started = async (): Promise<BaseLanguageClient> => {
    await start();
    if (!client) throw new Error('The language server is not running');
    return client;
  };
  const listening = (made: BaseLanguageClient): BaseLanguageClient => {
    made.onNotification('remit/mapChanged', ({ uri }: { uri: string }) => maps.changed(uri));
    return made;
  };
  const maps = createMapPanels(context.extensionUri, started);
  const restart = async (): Promise<void> => {
    // A server that has died cannot be stopped, only started again.
    await client?.stop().catch(() => {});
    starting = undefined;
    await start();
    maps.refresh();
  };
  const consider = (document: vscode.TextDocument): void => {
    void adoptTemplateLanguage(document);
    if (isOurs(document)) start().catch(() => {});
  };

  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('remit.restart', restart),
    maps,
    vscode.commands.registerCommand('remit.showMap', async (uri?: string) => {
      const document = await documentFor(uri);
      if (document) await maps.show(document);
    }),
    vscode.commands.registerCommand('remit.applyFix', async (fix: FixReference) => applyFix(await started(), fix)),
    vscode.commands.registerCommand('remit.showOutput', () => output.show()),
    vscode.workspace.onDidOpenTextDocument(consider),
    { dispose: () => void client?.dispose() },
  );
  vscode.workspace.textDocuments.forEach(consider);

  return {
    async serverReady() {
      await start();
      const result = client?.initializeResult;
      if (!result) throw new Error('The language server is not running');
      return result;
    },
  };
}

/** The document at an address, else the one in the active editor. Says so where there is none. */
async function documentFor(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (typeof uri === 'string') return vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const document = vscode.window.activeTextEditor?.document;
  if (document && isOurs(document)) return document;
  void vscode.window.showInformationMessage('Open a CloudFormation or SAM template to see its responsibility map.');
  return undefined;
}

function isOurs(document: vscode.TextDocument): boolean {
  return !notWritten.has(document.uri.scheme) && vscode.languages.match([...documentSelector], document) > 0;
}

function clientOptions(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [...documentSelector] as LanguageClientOptions['documentSelector'],
    outputChannel: output,
    // Settings are pushed when they change and answered when the server asks (`workspace/configuration`).
    synchronize: { configurationSection: 'remit' },
    // A web worker has no file path: the server loads its schema from this address.
    // Hovers may link to commands of ours.
    markdown: { isTrusted: { enabledCommands: ['remit.applyFix', 'remit.showMap'] } },
    initializationOptions: { commands: true, assets: vscode.Uri.joinPath(context.extensionUri, 'dist').toString() },
    middleware: {
      didOpen: (document, next) => (isOurs(document) ? next(document) : Promise.resolve()),
      didChange: (change, next) => (isOurs(change.document) ? next(change) : Promise.resolve()),
      didClose: (document, next) => (isOurs(document) ? next(document) : Promise.resolve()),
    },
  };
}
