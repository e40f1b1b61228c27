import * as vscode from 'vscode';
import type { BaseLanguageClient, InitializeResult, LanguageClientOptions } from 'vscode-languageclient';
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
    client ??= create(clientOptions(context, output));
    starting ??= client.start().catch((error: unknown) => {
      starting = undefined;
      output.error(`The language server did not start: ${String(error)}`);
      throw error;
    });
    return starting;
  };
  const restart = async (): Promise<void> => {
    // A server that has died cannot be stopped, only started again.
    await client?.stop().catch(() => {});
    starting = undefined;
    await start();
  };
  const consider = (document: vscode.TextDocument): void => {
    void adoptTemplateLanguage(document);
    if (isOurs(document)) start().catch(() => {});
  };

  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('remit.restart', restart),
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
    initializationOptions: { assets: vscode.Uri.joinPath(context.extensionUri, 'dist').toString() },
    middleware: {
      didOpen: (document, next) => (isOurs(document) ? next(document) : Promise.resolve()),
      didChange: (change, next) => (isOurs(change.document) ? next(change) : Promise.resolve()),
      didClose: (document, next) => (isOurs(document) ? next(document) : Promise.resolve()),
    },
  };
}
