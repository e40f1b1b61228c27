import * as vscode from 'vscode';
import type { RemitApi } from '../../client/src/client.ts';
import { eventually } from './expect.ts';

/** The extension under test. */
export function remit(): vscode.Extension<RemitApi> {
  const extension = vscode.extensions.getExtension<RemitApi>('remit.remit');
  if (!extension) throw new Error('the extension is not installed');
  return extension;
}

/** Opens and shows a file of the fixture workspace. */
export async function openWorkspaceFile(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens and shows a buffer that was never saved. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** One of Remit's diagnostics as a test reads it: rule, and the text and place that it underlines. */
export interface Finding {
  readonly rule: string;
  readonly text: string;
  readonly range: vscode.Range;
  readonly page: string;
}

/** Remit's findings in a document, as VS Code has them now. */
export function findings(document: vscode.TextDocument): readonly Finding[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Remit')
    .map(({ code, range }) => ({
      rule: typeof code === 'object' ? String(code.value) : String(code),
      text: document.getText(range),
      range,
      page: typeof code === 'object' ? code.target.toString() : '',
    }));
}

/** Waits for a finding of `rule`; with `text`, for the one that underlines it (in JSON between its quotes, or with them). */
export function findingOf(document: vscode.TextDocument, rule: string, text?: string): Promise<Finding> {
  const fits = (finding: Finding) => text === undefined || finding.text.replaceAll('"', '') === text;
  return eventually(
    `a finding of ${rule}${text ? ` on ${text}` : ''}`,
    () => findings(document).find((finding) => finding.rule === rule && fits(finding)),
    { describe: () => findings(document) },
  );
}

/** Waits until `rule` finds nothing any more. */
export async function noFindingOf(document: vscode.TextDocument, rule: string): Promise<void> {
  await eventually(
    `no finding of ${rule}`,
    () => (findings(document).some((found) => found.rule === rule) ? undefined : true),
    {
      describe: () => findings(document),
    },
  );
}

/** Types `text` over `range` without saving. */
export async function type(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

/** Types `text` at the end of the document without saving. */
export async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  await type(document, new vscode.Range(end, end), text);
}

/** Every quick fix that is offered at `range`. VS Code does not say which diagnostic an action answers. */
export async function quickFixes(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return untilAnswered(() =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
      20,
    ),
  );
}

/** VS Code cancels what it asks for when a provider comes or goes meanwhile, as while another extension starts; then it asks again. */
async function untilAnswered<T>(ask: () => Thenable<T>): Promise<T> {
  for (let left = 10; left > 0; left--) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error && error.name === 'Canceled')) throw error;
    }
  }
  throw new Error('VS Code cancelled the request ten times');
}

/** Applies the quick fix at `range` whose title contains `title`, as soon as it is offered. */
export async function applyQuickFix(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<void> {
  let offered: readonly vscode.CodeAction[] = [];
  const fix = await eventually(
    `the quick fix "${title}"`,
    async () => {
      offered = await quickFixes(document, range);
      return offered.find((action) => action.edit && action.title.includes(title));
    },
    { describe: () => offered.map((action) => action.title) },
  );
  if (!fix.edit || !(await vscode.workspace.applyEdit(fix.edit))) throw new Error('the fix was refused');
}

/** The text of everything that hovers at a place. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
