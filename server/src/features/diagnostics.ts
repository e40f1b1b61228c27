import { type Finding, type Severity, type UnknownIgnore, unknownIgnores } from '#analysis';
import type { Span } from '#text';
import type { Document } from './document.ts';

/** What a host shows at a place, in offsets of the document's text. */
export interface Diagnostic {
  readonly span: Span;
  /** `syntax` for text that does not parse. */
  readonly severity: Severity | 'syntax';
  readonly message: string;
  /** The rule's id, `syntax`, or `ignore` for a suppression of no rule; undefined for the note that there are more. */
  readonly code: string | undefined;
  /** The address of the rule's page. */
  readonly page: string | undefined;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly finding: Finding | undefined;
}

/**
 * The diagnostics of a document in the order of the text, syntax errors first, suppressions of no rule last; none for a text that is no
 * template. Above `limit` the rest is left out and the last one says how many there are.
 */
export function diagnostics(document: Document, limit: number): readonly Diagnostic[] {
  const { analysis } = document;
  if (!analysis) return [];
  const { findings } = analysis;
  const ignores = unknownIgnores(analysis.template, analysis.options.rules);
  const errors = document.tree.errors();
  const shown: Diagnostic[] = [];
  for (const { message, span } of errors.slice(0, limit)) {
    shown.push({ ...bare, span: visible(span, document), severity: 'syntax', message, code: 'syntax' });
  }
  for (const finding of findings.slice(0, limit - shown.length)) shown.push(ofFinding(finding, document));
  for (const ignore of ignores.slice(0, limit - shown.length)) shown.push(ofIgnore(ignore, document));
  const total = errors.length + findings.length + ignores.length;
  if (total <= limit) return shown;
  const place = shown.at(-1)?.span ?? { start: 0, end: 0 };
  const message = `${total - shown.length + 1} more findings in this file are not shown. Fix some, or choose a smaller profile.`;
  return [...shown.slice(0, -1), { ...bare, span: place, severity: 'high', message, code: undefined }];
}

const bare = { page: undefined, related: [], finding: undefined } as const;

/** The finding's message with the worlds it holds in. */
export function messageOf(finding: Finding): string {
  return finding.when === undefined ? finding.message : `${finding.message} (when ${finding.when})`;
}

function ofFinding(finding: Finding, document: Document): Diagnostic {
  return {
    span: document.spanOf(finding.place),
    severity: finding.severity,
    message: messageOf(finding),
    code: finding.rule.id,
    page: document.pageOf(finding.rule.id),
    related: finding.related.map(({ place, message }) => ({ span: document.spanOf(place), message })),
    finding,
  };
}

function ofIgnore({ place, message }: UnknownIgnore, document: Document): Diagnostic {
  return { ...bare, span: document.spanOf(place), severity: 'low', message, code: 'ignore' };
}

/** An error at the end of the text or of a line still needs a character to be seen at. */
function visible(span: Span, { tree }: Document): Span {
  if (span.end > span.start) return span;
  return span.start < tree.length
    ? { start: span.start, end: span.start + 1 }
    : { start: Math.max(0, span.start - 1), end: span.start };
}
