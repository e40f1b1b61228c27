/** Rules times template gives findings and faults: worlds merged, suppressions honoured, results cached by what they read. */

export type { Analysis, AnalysisOptions, ProvenFix } from './analysis.ts';
export { analyze } from './analyze.ts';
export type { Fault, Finding, RelatedPlace } from './finding.ts';
export { fixesOf } from './fixes-of.ts';
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
