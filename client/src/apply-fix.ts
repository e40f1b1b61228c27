import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Names a fix without its edits: it is proven anew on the text as it is then. */
export interface FixReference {
  readonly uri: string;
  /** The logical id; empty for a finding on the template as a whole. */
  readonly resource: string;
  readonly rule: string;
  readonly message: string;
  /** The fix's title, without what it may cost. */
  readonly fix: string;
}

/** Applies a fix if it still holds; says so where it does not. */
export async function applyFix(client: BaseLanguageClient, reference: FixReference): Promise<void> {
  type Edit = Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0];
  const edit = await client.sendRequest<Edit | null>('remit/fix', reference).catch(() => null);
  const converted = edit ? await client.protocol2CodeConverter.asWorkspaceEdit(edit) : undefined;
  if (converted && (await vscode.workspace.applyEdit(converted))) return;
  void vscode.window.showInformationMessage('The template has changed: this fix does not hold any more.');
}
