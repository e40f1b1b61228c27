import * as vscode from 'vscode';
import type { BaseLanguageClient, Range as LspRange } from 'vscode-languageclient';
import type { MapData, OfferedFix } from '#map-view';
import { applyFix } from '../apply-fix.ts';
import type { FromPage, ToPage } from './messages.ts';

/** Where a cell points, and the fixes that hold for it; as the server answers `remit/mapCell`. */
interface CellAnswer {
  readonly range: LspRange;
  readonly fixes: readonly OfferedFix[];
}

/** Shows the responsibility map of a document beside it, and keeps it up to date until it is closed. One for each document. */
export interface MapPanels {
  show(document: vscode.TextDocument): Promise<void>;
  /** A document's map is another now. */
  changed(uri: string): void;
  /** The server is another: every map is asked for again. */
  refresh(): void;
  dispose(): void;
}

export function createMapPanels(extension: vscode.Uri, client: () => Promise<BaseLanguageClient>): MapPanels {
  const open = new Map<string, { readonly panel: vscode.WebviewPanel; update(): void }>();

  const show = async (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    const known = open.get(uri);
    if (known) return known.panel.reveal();
    const files = vscode.Uri.joinPath(extension, 'dist', 'map');
    const panel = vscode.window.createWebviewPanel('remit.map', `Remit: ${nameOf(document.uri)}`, beside, {
      enableScripts: true,
      localResourceRoots: [files],
      retainContextWhenHidden: true,
    });
    const post = (message: ToPage) => void panel.webview.postMessage(message);
    const update = async () => {
      const server = await client();
      const data = await server.sendRequest<MapData | null>('remit/map', { uri }).catch(() => null);
      if (data) post({ type: 'map', name: nameOf(document.uri), data });
      else
        post({ type: 'nothing', reason: 'This file is no CloudFormation or SAM template, or is not open any more.' });
    };
    const updates = oneAtATime(update);
    open.set(uri, { panel, update: updates });
    panel.onDidDispose(() => {
      open.delete(uri);
      void client().then((server) => server.sendNotification('remit/unmap', { uri }));
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      switch (message.type) {
        case 'ready':
          return updates();
        case 'open':
          return void vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(message.href));
        case 'fix':
          return void client().then((server) =>
            applyFix(server, {
              uri,
              resource: message.row,
              rule: message.rule,
              message: message.message,
              fix: message.fix,
            }),
          );
        case 'select':
          return void select(message.row, message.aspect);
      }
    });
    const select = async (row: string, aspect: string | undefined) => {
      const server = await client();
      const answer = await server
        .sendRequest<CellAnswer | null>('remit/mapCell', { uri, resource: row, aspect })
        .catch(() => null);
      if (!answer) return;
      if (aspect !== undefined) post({ type: 'fixes', row, aspect, fixes: answer.fixes });
      if (row !== '') reveal(document, server.protocol2CodeConverter.asRange(answer.range));
    };
    panel.webview.html = page(panel.webview, files);
  };

  return {
    show,
    changed: (uri) => open.get(uri)?.update(),
    refresh: () => {
      for (const { update } of open.values()) update();
    },
    dispose: () => {
      for (const { panel } of open.values()) panel.dispose();
    },
  };
}

const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };

/** Moves the cursor of an editor that shows the document, without taking the focus from the map. */
async function reveal(document: vscode.TextDocument, range: vscode.Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === document.uri.toString(),
  );
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: true,
    preview: false,
  });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Runs a task now, or once more after the run that is under way. */
function oneAtATime(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await task().catch(() => {});
    running = false;
    if (again) {
      again = false;
      await run();
    }
  };
  return () => void run();
}

/** No inline script or style, nothing from elsewhere: what is shown comes by message. */
function page(webview: vscode.Webview, files: vscode.Uri): string {
  const at = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
  const { cspSource } = webview;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src ${cspSource}">
<meta name="viewport" content="width=device-width">
<title>Responsibility map</title>
<link rel="stylesheet" href="${at('map.css')}">
</head>
<body><p class="quiet">Reading the template …</p><script src="${at('page.js')}"></script></body>
</html>`;
}
