/** What an editor or a terminal shows of an analysed document: pure functions, one file each. */
export { type AppliedFixes, applyFixes } from './apply-fixes.ts';
export { type CodeAction, codeActions, FIX_ALL_KIND, type WantedActions } from './code-actions.ts';
export { composeEdits } from './compose-edits.ts';
export { type Diagnostic, diagnostics, messageOf } from './diagnostics.ts';
export type { Document } from './document.ts';
export { fixTitle } from './fix-title.ts';
export { type Hover, hover, toPlainText } from './hover.ts';
export type { HoverLinks } from './hover-duties.ts';
export {
  type LiveMap,
  liveMap,
  type MapCell,
  type MapData,
  type MapDuty,
  type MapFinding,
  type MapNetwork,
  type MapRow,
  type MapRule,
  type MapType,
} from './map-data.ts';
export { agreedParameters, type NestedStack, nestedStacks } from './nested-stacks.ts';
export { INTERNET, type NetworkEdge, type NetworkGraph, type NetworkNode, networkGraph } from './network-graph.ts';
export { mostProofs, provenFixes } from './proven-fixes.ts';
export {
  ASPECT_ORDER,
  ASPECT_TITLES,
  type AspectKnowledge,
  type Responsibilities,
  type TypeKnowledge,
  type Who,
} from './responsibility.ts';
export { type CellFix, type FixName, fixesOfCell, fixNamed, placeOfCell } from './responsibility-cell.ts';
export { type ResponsibilityLens, responsibilityLenses } from './responsibility-lens.ts';
export {
  type DutyCell,
  type DutyRow,
  type DutyState,
  type DutySummary,
  dutiesOf,
  type ResponsibilityMap,
  responsibilityMap,
} from './responsibility-map.ts';
export { type RuleMetadata, ruleMetadata } from './rule-metadata.ts';
