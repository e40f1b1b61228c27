import * as v from 'valibot';
import { DiagnosticSeverity, type DiagnosticSeverity as DiagnosticSeverityValue } from 'vscode-languageserver-types';
import type { Severity } from '#analysis';
import type { Settings } from '#service';

/** The `remit.*` settings of one document. */
export interface EditorSettings extends Pick<Settings, 'profile' | 'framework' | 'disabled'> {
  /** How findings of each severity are shown. */
  readonly shownAs: Readonly<Record<Severity, DiagnosticSeverityValue>>;
  /** Relative to the workspace folder; undefined where none is chosen. */
  readonly parameterFile: string | undefined;
  /** Whether a line above each resource says how much of the author's part is done. */
  readonly codeLens: boolean;
}

/** Reads the `remit` section that a client sends. What is missing or not understood takes its default: an editor shows the error itself. */
export function readSettings(section: unknown): EditorSettings {
  const { profile, framework, severity, disable, parameterFile, codeLens } = v.parse(sectionSchema, section ?? {});
  return {
    profile,
    framework: framework === '' ? undefined : framework,
    disabled: disable,
    parameterFile: parameterFile === '' ? undefined : parameterFile,
    codeLens: codeLens.enabled,
    shownAs: {
      critical: shown[severity.critical],
      high: shown[severity.high],
      medium: shown[severity.medium],
      low: shown[severity.low],
    },
  };
}

const shown = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

type Shown = keyof typeof shown;

const shownSchema = (standard: Shown) => v.fallback(v.picklist(['error', 'warning', 'information', 'hint']), standard);
const severitySchema = v.object({
  critical: v.optional(shownSchema('error'), 'error'),
  high: v.optional(shownSchema('warning'), 'warning'),
  medium: v.optional(shownSchema('information'), 'information'),
  low: v.optional(shownSchema('hint'), 'hint'),
});
const standardSeverities = { critical: 'error', high: 'warning', medium: 'information', low: 'hint' } as const;
const noLens = { enabled: false };
const codeLensSchema = v.object({ enabled: v.optional(v.fallback(v.boolean(), false), false) });
const sectionObject = v.object({
  profile: v.optional(v.fallback(v.picklist(['essential', 'recommended', 'strict']), 'recommended'), 'recommended'),
  framework: v.optional(v.fallback(v.string(), ''), ''),
  severity: v.optional(v.fallback(severitySchema, standardSeverities), standardSeverities),
  disable: v.optional(v.fallback(v.array(v.string()), []), []),
  parameterFile: v.optional(v.fallback(v.string(), ''), ''),
  codeLens: v.optional(v.fallback(codeLensSchema, noLens), noLens),
});
const sectionSchema = v.fallback(sectionObject, {
  profile: 'recommended',
  framework: '',
  severity: standardSeverities,
  disable: [],
  parameterFile: '',
  codeLens: noLens,
});
