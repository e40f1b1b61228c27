import type { Resource } from '#model';
import type { ScalarNode } from '#syntax';
import type { Span } from '#text';
import type { Document } from './document.ts';
import { type DutyRow, responsibilityMap, summarize } from './responsibility-map.ts';

/** A line above a resource that says how much of the author's part is done. */
export interface ResponsibilityLens {
  readonly resource: Resource;
  /** The logical id, in the document's text. */
  readonly span: Span;
  /** `you: 5 of 7 done · 2 open`. */
  readonly title: string;
}

/** A lens for each authored resource in which the author has duties. What SAM makes of one resource is counted together. */
export function responsibilityLenses(document: Document): readonly ResponsibilityLens[] {
  const rows = responsibilityMap(document)?.rows ?? [];
  const groups = new Map<ScalarNode, DutyRow[]>();
  for (const row of rows) {
    if (!row.resource) continue;
    const group = groups.get(row.resource.key);
    if (group) group.push(row);
    else groups.set(row.resource.key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const resource = group[0]?.resource;
    const { duties, done, open } = summarize(group);
    if (!resource || duties === 0) return [];
    const title = `you: ${done} of ${duties} done${open > 0 ? ` · ${open} open` : ''}`;
    return [{ resource, span: document.spanOf({ block: resource.key.block, span: resource.key.span }), title }];
  });
}
