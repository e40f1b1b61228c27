import { type Analysis, analyze, type Finding, fixesOf, type ProvenFix } from '#analysis';
import type { Fix } from '#edit';
import { buildTemplate } from '#model';
import { editTree } from '#syntax';
import type { TextEdit } from '#text';
import { composeEdits } from './compose-edits.ts';
import type { Document } from './document.ts';
import { mostProofs, tryFix } from './proven-fixes.ts';

/** Fixes applied one after another, each proven on the text that the ones before it left. */
export interface AppliedFixes {
  /** What they do together, in offsets of the document's text. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly applied: readonly { readonly finding: Finding; readonly fix: Fix }[];
}

/** Applies, finding by finding, the first wanted fix that holds, until no finding has one. */
export function applyFixes(document: Document, wants: (finding: Finding, fix: Fix) => boolean): AppliedFixes {
  const steps: (readonly TextEdit[])[] = [];
  const applied: { finding: Finding; fix: Fix }[] = [];
  const failed = new Set<string>();
  let analysis = document.exact().analysis;
  const most = mostProofs(document);
  while (analysis && applied.length < most) {
    const next = findNext(analysis, wants, failed);
    const after = next && afterEdits(analysis, next.proven.edits);
    if (!after) break;
    steps.push(next.proven.edits);
    applied.push({ finding: next.finding, fix: next.proven.fix });
    analysis = after;
  }
  const text = analysis?.template.tree.text ?? document.tree.text;
  return { edits: composeEdits(document.tree.text, steps), text, applied };
}

/** The analysis of the text after edits; undefined when it is no template any more. */
export function afterEdits(analysis: Analysis, edits: readonly TextEdit[]): Analysis | undefined {
  const template = buildTemplate(editTree(analysis.template.tree, edits), analysis.template);
  return template && analyze(template, analysis.options, analysis);
}

interface NextFix {
  readonly finding: Finding;
  readonly proven: ProvenFix;
}

function findNext(
  analysis: Analysis,
  wants: (finding: Finding, fix: Fix) => boolean,
  failed: Set<string>,
): NextFix | undefined {
  for (const finding of analysis.findings) {
    const name = `${finding.rule.id}\n${finding.resource?.logicalId}\n${finding.message}\n${finding.place.span.start}`;
    if (failed.has(name) || finding.place.block.errors.length > 0) continue;
    for (const fix of fixesOf(analysis, finding)) {
      const proven = wants(finding, fix) ? tryFix(analysis, finding, fix) : undefined;
      if (proven) return { finding, proven };
    }
    failed.add(name);
  }
  return undefined;
}
