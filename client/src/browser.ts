import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateRemit, type RemitApi } from './client.ts';

/** Starts the extension in a browser (vscode.dev, github.dev), the server in a web worker. */
export function activate(context: vscode.ExtensionContext): RemitApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  // A function, so that a restart gets a new worker.
  const startWorker = async (): Promise<Worker> => new Worker(script, { name: 'Remit' });
  return activateRemit(context, (options) => new LanguageClient('remit', 'Remit', startWorker, options));
}
