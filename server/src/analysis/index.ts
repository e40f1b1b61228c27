/** Rules times template gives findings and faults: worlds merged, suppressions honoured, results cached by what they read. */

export { activeRules, frameworksOf, hasControl } from './active-rules.ts';
export type { Analysis, AnalysisOptions, ProvenFix } from './analysis.ts';
export { analyze } from './analyze.ts';
export { type Cause, type Compared, compareWithBaseline, sortCauses } from './baseline.ts';
export type { Fault, Finding, RelatedPlace } from './finding.ts';
export { fixesOf } from './fixes-of.ts';
export { noSuchRule } from './near-rules.ts';
export { pinsOf } from './plan.ts';
export { proveFix } from './prove-fix.ts';
export type {
  AnyRule,
  Aspect,
  Category,
  Controls,
  Example,
  Peers,
  Profile,
  Report,
  ReportDetails,
  Rule,
  Severity,
  TemplateRule,
  Tool,
} from './rule.ts';
export { atLeast, SEVERITIES } from './severity.ts';
export { type UnknownIgnore, unknownIgnores } from './unknown-ignores.ts';
