import { type AnalysisOptions, type AnyRule, type Finding, unknownIgnores } from '#analysis';
import { type Document, mostProofs, provenFixes } from '#features';
import type { Service } from '#service';
import type { LineIndex, Span } from '#text';
import { decode } from './decode.ts';
import type { FileNote, FileReport, Range, ReportedFinding } from './report.ts';

/** A file to check. */
export interface FileInput {
  readonly path: string;

  readonly bytes: Uint8Array;
  /** Whether the author named this very file: then an error in it is news even where it may be no template. */
  readonly named: boolean;
}

/** A file's report, with its document for the fixes; undefined document where there is no text. */
export interface ScannedFile {
  readonly report: FileReport;
  readonly document: Document | undefined;
  readonly byteOrderMark: boolean;
}

/** Checks one file. Reads and writes nothing. */
export function scanFile(service: Service, options: AnalysisOptions, { path, bytes, named }: FileInput): ScannedFile {
  const nothing = {
    report: { path, kind: undefined, error: undefined, unknownIgnores: [], findings: [], text: '' },
    document: undefined,
    byteOrderMark: false,
  };
  if (!named && !mayBeTemplate(bytes)) return nothing;
  const decoded = decode(bytes);
  if (decoded.error) return { ...nothing, report: { ...nothing.report, error: decoded.error } };
  const { text, byteOrderMark } = decoded;
  const document = service.open({ name: path, text }, options);
  return { report: reportOn(document, path, named), document, byteOrderMark };
}

/** The report on a document. */
export function reportOn(document: Document, path: string, named: boolean): FileReport {
  const { template, analysis, tree } = document;
  const lines = tree.lines;
  const isNews = template !== undefined || (named && soundsLikeTemplate.test(tree.text));
  return {
    path,
    kind: template?.kind,
    error: isNews ? firstError(document, lines) : undefined,
    unknownIgnores: analysis
      ? unknownIgnores(analysis.template, analysis.options.rules).map(({ message, place }) => ({
          message,
          range: toRange(document.spanOf(place), lines),
        }))
      : [],
    findings: (analysis?.findings ?? []).map((finding, at) =>
      reported(finding, document, lines, at < mostProofs(document)),
    ),
    text: tree.text,
  };
}

/** Other YAML and JSON that someone names, or a hook passes along, is none of our business, however it is written. */
const soundsLikeTemplate = /\bResources\b|AWSTemplateFormatVersion|AWS::/;

/** Every template has resources, so a file without the word is none. Saves parsing the other JSON of a project. */
function mayBeTemplate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return buffer.includes('Resources', 0, isUtf16 ? 'utf16le' : 'utf8');
}

function firstError({ tree }: Document, lines: LineIndex): FileNote | undefined {
  const [error, ...more] = tree.errors();
  if (!error) return undefined;
  const message = more.length === 0 ? error.message : `${error.message} (and ${more.length} more)`;
  return { message, range: toRange(error.span, lines) };
}

function reported(finding: Finding, document: Document, lines: LineIndex, withFixes: boolean): ReportedFinding {
  const { rule, severity, message, resource, when, peers, place } = finding;
  return {
    rule: rule.id,
    severity,
    category: rule.category,
    message,
    resource: resource?.authoredId,
    resourceType: resource?.type,
    when,
    range: toRange(document.spanOf(place), lines),
    peers,
    controls: controlsOf(rule, document),
    fixes: (withFixes ? provenFixes(document, finding) : []).map(({ fix, edits }) => ({
      title: fix.title,
      safety: fix.safety,
      edits: edits.map(({ span, newText }) => ({ range: toRange(span, lines), newText })),
    })),
  };
}

function controlsOf({ controls }: AnyRule, { analysis }: Document): readonly string[] {
  const framework = analysis?.options.framework;
  return framework === undefined ? [] : (controls[framework] ?? []);
}

function toRange({ start, end }: Span, lines: LineIndex): Range {
  return { start: lines.placeAt(start), end: lines.placeAt(end) };
}
