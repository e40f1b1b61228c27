import type { Category, Peers, Severity } from '#analysis';
import type { Safety } from '#edit';
import type { TemplateKind } from '#model';

/** What a check found, as plain data: it goes unchanged into every format, and could come from another thread. */
export interface Report {
  readonly files: readonly FileReport[];
  /** How many more findings a baseline knows; undefined where there is no baseline. */
  readonly known: number | undefined;
}

export interface FileReport {
  /** As the author would write it, with `/`. */
  readonly path: string;
  /** Undefined for a file that is no template. */
  readonly kind: TemplateKind | undefined;
  /** Why the file does not parse or cannot be read; what could be analysed still is. */
  readonly error: FileNote | undefined;
  /** Suppressions that name no rule, so that they silence nothing. */
  readonly unknownIgnores: readonly FileNote[];
  readonly findings: readonly ReportedFinding[];
  /** The text the ranges are in; empty when it cannot be read. */
  readonly text: string;
}

/** Something to say about a place in a file that is no finding. */
export interface FileNote {
  readonly message: string;
  readonly range: Range;
}

/** As in the LSP: zero-based lines, UTF-16 characters. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly message: string;
  readonly resource: string | undefined;
  readonly resourceType: string | undefined;
  readonly when: string | undefined;
  readonly range: Range;
  readonly peers: Peers;
  /** The controls of the chosen framework that its rule checks; none where none is chosen. */
  readonly controls: readonly string[];
  /** Proven: each of them holds on the text as it is. */
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}
