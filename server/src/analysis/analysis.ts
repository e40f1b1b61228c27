import type { Fix } from '#edit';
import type { Template } from '#model';
import type { TextEdit } from '#text';
import type { Fault, Finding } from './finding.ts';
import type { AnyRule, Profile, Severity } from './rule.ts';

/** What decides which findings an author sees. A value: the same object as long as nothing in it changed. */
export interface AnalysisOptions {
  readonly rules: readonly AnyRule[];
  readonly profile: Profile;
  /** Only rules that check a control of this framework run; undefined for all. */
  readonly framework?: string | undefined;
  /** Ids of rules that are switched off. */
  readonly disabled: ReadonlySet<string>;
  /** Severities that the author's configuration gives to rules, by rule id. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Parameters pinned by a chosen parameter file, by name. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The findings of one template under one set of options. Immutable; the next one is made from it at the cost of what changed. */
export interface Analysis {
  readonly template: Template;
  readonly options: AnalysisOptions;
  /** In the order of the text, suppressed ones left out. */
  readonly findings: readonly Finding[];
  /** Findings that a comment or Metadata in the template suppresses. */
  readonly suppressed: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** A fix that was tried in memory and does what it says and nothing else. */
export interface ProvenFix {
  readonly fix: Fix;
  /** In offsets of the analysed text, ordered, not overlapping. */
  readonly edits: readonly TextEdit[];
}
