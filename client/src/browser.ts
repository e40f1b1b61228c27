import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateRemit, type RemitApi } from './client.ts';

/** Starts the extension in a browser (vscode.dev, github.dev), the server in a web worker. */
export function activate(context: vscode.ExtensionContext): RemitApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  let worker: Worker | undefined;
  // A function, so that a restart gets a new worker. It returns the transports because the client tests for `instanceof Worker`,
  // which a worker made inside VS Code's own worker is not.
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Remit' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateRemit(context, (options) => new LanguageClient('remit', 'Remit', startWorker, options));
}
