import type { Connection } from 'vscode-languageserver';
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import { type Diagnostic, diagnostics } from '#features';
import type { LineIndex } from '#text';
import type { OpenDocument } from './open-documents.ts';
import { toRange } from './positions.ts';

/** Shows a document's diagnostics in the client. */
export interface Publish {
  (open: OpenDocument): void;
  /** Clears what was shown. */
  nothing(uri: string): void;
}

/** The most diagnostics sent for one file: above it, sending them costs more than everything else a keystroke does. */
const MOST = 500;

/** What the server keeps in `data` of a diagnostic, to know it again when code actions are asked for. */
export interface DiagnosticData {
  readonly rule: string;
  readonly resource: string | undefined;
}

export function createPublisher(connection: Connection): Publish {
  const empty = new Set<string>();
  const loggedFaults = new Set<string>();

  const publish = (open: OpenDocument) => {
    const { uri, version, document } = open;
    for (const { rule, resource, error } of document.analysis?.faults ?? []) {
      if (loggedFaults.has(rule)) continue;
      loggedFaults.add(rule);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`rule ${rule} failed on ${resource ?? 'the template'}: ${reason}`);
    }
    const found = diagnostics(document, MOST);
    // A file that is no template is told so once, not at every keystroke.
    if (!document.template && empty.has(uri)) return;
    if (found.length === 0) empty.add(uri);
    else empty.delete(uri);
    const lines = document.tree.lines;
    connection.sendDiagnostics({ uri, version, diagnostics: found.map((each) => toLsp(each, open, lines)) });
  };
  const nothing = (uri: string) => {
    if (!empty.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  return Object.assign(publish, { nothing });
}

function toLsp(diagnostic: Diagnostic, { uri, settings }: OpenDocument, lines: LineIndex): LspDiagnostic {
  const { span, severity, message, code, page, related, finding } = diagnostic;
  const data: DiagnosticData | undefined = finding && { rule: finding.rule.id, resource: finding.resource?.logicalId };
  return {
    range: toRange(span, lines),
    severity: severity === 'syntax' ? DiagnosticSeverity.Error : settings.shownAs[severity],
    source: 'Remit',
    message,
    ...(code !== undefined && { code }),
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(related.length > 0 && {
      relatedInformation: related.map((each) => ({
        location: { uri, range: toRange(each.span, lines) },
        message: each.message,
      })),
    }),
    ...(data && { data }),
  };
}
