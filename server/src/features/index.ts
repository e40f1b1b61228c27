/** What an editor or a terminal shows of an analysed document: pure functions, one file each. */
export { type AppliedFixes, applyFixes } from './apply-fixes.ts';
export { type CodeAction, codeActions, FIX_ALL_KIND, type WantedActions } from './code-actions.ts';
export { composeEdits } from './compose-edits.ts';
export { type Diagnostic, diagnostics, messageOf } from './diagnostics.ts';
export type { Document } from './document.ts';
export { fixTitle } from './fix-title.ts';
export { type Hover, hover, toPlainText } from './hover.ts';
export { mostProofs, provenFixes } from './proven-fixes.ts';
export { type RuleMetadata, ruleMetadata } from './rule-metadata.ts';
