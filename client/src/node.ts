import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateRemit, type RemitApi } from './client.ts';

/** Starts the extension where Node is: on the desktop, in a container, over SSH. */
export function activate(context: vscode.ExtensionContext): RemitApi {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=0'] } };
  return activateRemit(context, (options) => new LanguageClient('remit', 'Remit', { run, debug }, options));
}
