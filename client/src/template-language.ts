import * as vscode from 'vscode';

/**
 * Gives a plain text `.template` or `.cfn` file that holds a CloudFormation template the language it is written in.
 *
 * The extension contributes no file association: `.template` also ends `nginx.conf.template` and `.env.template`, on which
 * a YAML association would draw other extensions' errors, and half of the CloudFormation ones are JSON. So the text decides, and a
 * language that a setting or another extension has chosen stays.
 */
export async function adoptTemplateLanguage(document: vscode.TextDocument): Promise<void> {
  if (document.languageId !== 'plaintext' || !/\.(template|cfn)$/i.test(document.uri.path)) return;
  const language = templateLanguage(document.getText(new vscode.Range(0, 0, 400, 0)));
  if (language) await vscode.languages.setTextDocumentLanguage(document, language);
}

function templateLanguage(text: string): 'json' | 'yaml' | undefined {
  if (/^\s*\{/.test(text)) return /"(AWSTemplateFormatVersion|Resources)"\s*:/.test(text) ? 'json' : undefined;
  return /^(AWSTemplateFormatVersion|Resources|Transform)\s*:/m.test(text) ? 'yaml' : undefined;
}
