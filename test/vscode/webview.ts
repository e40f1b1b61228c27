import * as vscode from 'vscode';
import { eventually } from './expect.ts';

// Set by the bundler: whether whoever runs the tests can click in a webview.
declare const REMIT_TEST_WEBVIEWS: boolean;

/** Whether tests can act in webviews: not in desktop VS Code, whose window nobody drives. */
export const canUseWebviews = REMIT_TEST_WEBVIEWS;

let asked = 0;

/** Clicks an element of the webview that is shown, once it is there. */
export async function clickInWebview(selector: string): Promise<void> {
  await act({ action: 'click', selector });
}

/** Presses a key in an element of the webview. */
export async function pressInWebview(selector: string, key: string): Promise<void> {
  await act({ action: 'press', selector, key });
}

/** The text of an element of the webview, once it is there. */
export async function textInWebview(selector: string): Promise<string> {
  return act({ action: 'text', selector });
}

/** An extension host has no way into the page, so the runner outside does it and answers with a file in the workspace. */
async function act(request: { action: string; selector: string; key?: string }): Promise<string> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no workspace folder');
  const answer = `.webview-${++asked}.json`;
  console.log(`remit-suite ${JSON.stringify({ event: 'webview', ...request, answer })}`);
  const file = vscode.Uri.joinPath(folder.uri, answer);
  const read = async () => {
    const bytes = await Promise.resolve(vscode.workspace.fs.readFile(file)).catch(() => undefined);
    return bytes && new TextDecoder().decode(bytes);
  };
  const text = await eventually(`an answer to ${JSON.stringify(request)}`, read, { milliseconds: 20_000 });
  const { error, text: found } = JSON.parse(text) as { error?: string; text?: string };
  if (error !== undefined) throw new Error(`${JSON.stringify(request)}: ${error}`);
  return found ?? '';
}
