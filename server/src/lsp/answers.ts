import type { Diagnostic, CodeAction as LspCodeAction, Hover as LspHover, TextEdit } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver-types';
import { type CodeAction, type Hover, toPlainText } from '#features';
import type { LineIndex } from '#text';
import type { OpenDocument } from './open-documents.ts';
import { toRange } from './positions.ts';
import type { DiagnosticData } from './publisher.ts';

/** A hover in the words of the protocol; plain text for a client that cannot show Markdown. */
export function toHover({ markdown, span }: Hover, lines: LineIndex, showsMarkdown: boolean): LspHover {
  const contents = showsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: toPlainText(markdown) };
  return { contents, range: toRange(span, lines) };
}

/** A code action in the words of the protocol, tied to those of the client's diagnostics that it resolves. */
export function toLspAction(
  { title, kind, edits, isPreferred, findings }: CodeAction,
  { uri, version, document }: OpenDocument,
  diagnostics: readonly Diagnostic[],
  versioned: boolean,
): LspCodeAction {
  const lines = document.tree.lines;
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({ range: toRange(span, lines), newText }));
  const resolved = diagnostics.filter((diagnostic) => {
    const data = diagnostic.data as DiagnosticData | undefined;
    return findings.some((finding) => finding.rule.id === data?.rule && finding.resource?.logicalId === data.resource);
  });
  return {
    title,
    kind,
    ...(resolved.length > 0 && { diagnostics: resolved }),
    ...(isPreferred && { isPreferred }),
    edit: versioned
      ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
      : { changes: { [uri]: changes } },
  };
}
