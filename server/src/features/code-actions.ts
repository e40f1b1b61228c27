import { type Finding, fixesOf } from '#analysis';
import type { Span, TextEdit } from '#text';
import { applyFixes } from './apply-fixes.ts';
import type { Document } from './document.ts';
import { fixTitle } from './fix-title.ts';
import { provenFixes } from './proven-fixes.ts';
import { suppress } from './suppress.ts';

/** The kind of the action that fixes everything safe in a file, as settings and keybindings name it. */
export const FIX_ALL_KIND = 'source.fixAll.remit';

/** An offer to change the text. All its edits are proven: what it says is what happens. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | typeof FIX_ALL_KIND;
  /** In offsets of the document's text, ordered, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** What a keystroke without looking may apply: the best fix of a finding, and only when it is safe. */
  readonly isPreferred: boolean;
  /** The findings that it resolves. */
  readonly findings: readonly Finding[];
}

/** Which actions are asked for. */
export interface WantedActions {
  readonly quickFixes: boolean;
  readonly fixAll: boolean;
}

/**
 * What can be done about the findings that a span touches: each finding's fixes, hardening its resource, fixing all in the file,
 * ignoring the finding, in that order.
 */
export function codeActions(document: Document, span: Span, wanted: WantedActions): readonly CodeAction[] {
  const exact = document.exact();
  const touched = (exact.analysis?.findings ?? []).filter(({ place }) => touches(exact.spanOf(place), span));
  return [
    ...(wanted.quickFixes
      ? [...touched.flatMap((finding) => quickFixes(finding, exact)), ...harden(touched, exact)]
      : []),
    ...(wanted.fixAll ? fixAll(exact) : []),
    ...(wanted.quickFixes ? touched.flatMap((finding) => ignore(finding, exact)) : []),
  ];
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function quickFixes(finding: Finding, document: Document): CodeAction[] {
  const { analysis } = document;
  const best = analysis && fixesOf(analysis, finding)[0];
  return provenFixes(document, finding).map(({ fix, edits }) => ({
    title: fixTitle(fix),
    kind: 'quickfix',
    edits,
    isPreferred: fix === best && fix.safety === 'safe',
    findings: [finding],
  }));
}

/** One action per resource with at least two findings that can be fixed safely. */
function harden(touched: readonly Finding[], document: Document): CodeAction[] {
  const ids = new Set(touched.flatMap(({ resource }) => resource?.authoredId ?? []));
  return [...ids].flatMap((id) => {
    const { edits, applied } = safeFixes(document, id);
    if (applied.length < 2) return [];
    const title = `Harden ${id} (${applied.length} safe fixes)`;
    return {
      title,
      kind: 'quickfix',
      edits,
      isPreferred: false,
      findings: applied.map(({ finding }) => finding),
    } as const;
  });
}

function fixAll(document: Document): CodeAction[] {
  const { edits, applied } = safeFixes(document, undefined);
  if (applied.length === 0) return [];
  const title = `Fix everything in this file that is safe to fix (${applied.length})`;
  return [{ title, kind: FIX_ALL_KIND, edits, isPreferred: false, findings: applied.map(({ finding }) => finding) }];
}

const known = new WeakMap<Document, Map<string | undefined, ReturnType<typeof applyFixes>>>();

/** All safe fixes of one resource, or of the file; made once per document, since the lightbulb asks at each move of the cursor. */
function safeFixes(document: Document, logicalId: string | undefined): ReturnType<typeof applyFixes> {
  const made = known.get(document) ?? new Map<string | undefined, ReturnType<typeof applyFixes>>();
  known.set(document, made);
  const before = made.get(logicalId);
  if (before) return before;
  const result = applyFixes(
    document,
    ({ resource }, { safety }) => safety === 'safe' && (logicalId === undefined || resource?.authoredId === logicalId),
  );
  made.set(logicalId, result);
  return result;
}

function ignore(finding: Finding, document: Document): CodeAction[] {
  const edits = suppress(document, finding);
  if (!edits) return [];
  const whom = finding.resource ? finding.resource.authoredId : 'this template';
  return [
    {
      title: `Ignore ${finding.rule.id} for ${whom}`,
      kind: 'quickfix',
      edits,
      isPreferred: false,
      findings: [finding],
    },
  ];
}
