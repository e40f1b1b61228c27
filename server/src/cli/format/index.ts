/** How a report is written: one file per format. */
import type { AnyRule } from '#analysis';
import type { Report } from '../report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { type Colors, pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

export const formats = ['pretty', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;
export type Format = (typeof formats)[number];

/** What a format may want to know besides the report. */
export interface FormatContext {
  readonly rules: readonly AnyRule[];
  readonly version: string;
  readonly colors: Colors;
  /** The current folder: the root of the sources. */
  readonly cwd: string;
}

/** The whole text to print on standard output. */
export function write(format: Format, report: Report, context: FormatContext): string {
  return writers[format](report, context);
}

const writers: Readonly<Record<Format, (report: Report, context: FormatContext) => string>> = {
  pretty: (report, { colors }) => pretty(report, colors),
  json,
  sarif: (report, { rules, version, cwd }) => sarif(report, rules, version, cwd),
  junit,
  github,
  markdown,
};
