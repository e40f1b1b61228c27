import type { Finding } from '#analysis';
import { proveEdits } from '#edit';
import type { TextEdit } from '#text';
import { afterEdits } from './apply-fixes.ts';
import type { Document } from './document.ts';

/**
 * The edit that makes Remit ignore a finding's rule for its resource, with a place for the reason: a comment above the resource
 * in YAML, an item of its Metadata in JSON. Undefined when neither can be written so that the finding is gone.
 */
export function suppress(document: Document, finding: Finding): readonly TextEdit[] | undefined {
  const { analysis } = document;
  const { block } = finding.place;
  if (!analysis || block.errors.length > 0) return undefined;
  const candidates = [() => commentAbove(document, finding), () => metadata(document, finding)];
  for (const write of candidates) {
    const edits = write();
    const after = edits && afterEdits(analysis, edits);
    if (!after || after.template.tree.errors().length > analysis.template.tree.errors().length) continue;
    if (after.suppressed.length > analysis.suppressed.length && after.findings.length < analysis.findings.length)
      return edits;
  }
  return undefined;
}

const REASON = 'TODO say why';

function commentAbove({ tree, spanOf }: Document, { rule, resource, place }: Finding): readonly TextEdit[] | undefined {
  if (tree.language !== 'yaml') return undefined;
  const { text } = tree;
  const { start } = spanOf(resource ? { block: resource.block, span: resource.key.span } : place);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(line, start);
  if (!/^[ ]*$/.test(indent)) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: { start: line, end: line }, newText: `${indent}# remit-ignore ${rule.id}: ${REASON}${end}` }];
}

function metadata({ template }: Document, { rule, resource }: Finding): readonly TextEdit[] | undefined {
  if (!template || !resource) return undefined;
  const target = { at: resource.body, path: ['Metadata', 'remit', 'ignore'] };
  const intent = { kind: 'append', target, value: { rule: rule.id, reason: REASON } } as const;
  return proveEdits(template.tree, [intent])?.edits;
}
