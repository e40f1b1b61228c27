import { type Block, changedStretch, type Section, type SyntaxTree } from '#syntax';
import { createDomains } from './domain.ts';
import { lookUps } from './look-ups.ts';
import { isLoop } from './loops.ts';
import { indexReferrers } from './referrers.ts';
import { readResources } from './resource.ts';
import { entryOfBlock, INCLUDE } from './sections.ts';
import type { Resource, Template } from './template.ts';
import { kindOfEntry } from './template-kind.ts';

/**
 * The template after an edit that leaves everything as it was but what is in some resources: their names, their types, and every other
 * section are the same. Undefined for any other edit. Typing does little else, and this costs next to nothing in a large template.
 */
export function patchTemplate(previous: Template, tree: SyntaxTree): Template | undefined {
  // What SAM makes of one resource may depend on the others.
  if (previous.kind === 'sam') return undefined;
  const pairs = changedEntries(previous.tree.sections, tree.sections);
  const patched: Resource[] = [];
  for (const [before, after] of pairs ?? []) {
    const resource = changedResource(previous, before, after);
    if (!resource) return undefined;
    patched.push(resource);
  }
  if (!pairs) return undefined;
  const resources = new Map(previous.resources);
  const byType = new Map(previous.byType);
  for (const resource of patched) {
    const { logicalId, type } = resource;
    resources.set(logicalId, resource);
    byType.set(
      type,
      (byType.get(type) ?? []).map((one) => (one.logicalId === logicalId ? resource : one)),
    );
  }
  const { parameters, conditions, rules } = previous;
  const ids = patched.map(({ logicalId }) => logicalId);
  return {
    ...previous,
    ...lookUps(tree, byType, createDomains({ parameters, conditions, rules }, previous.domains)),
    resources,
    referrers: indexReferrers(resources, previous, ids),
  };
}

/** The blocks of resources that an edit replaced one by one; undefined when it changed anything else. */
function changedEntries(
  before: readonly Section[],
  after: readonly Section[],
): readonly (readonly [Block, Block])[] | undefined {
  if (before.length !== after.length) return undefined;
  const pairs: (readonly [Block, Block])[] = [];
  for (const [at, section] of after.entries()) {
    const { block, entries: old = [] } = before[at] ?? {};
    const { entries = [] } = section;
    const { from, before: to, after: end } = changedStretch(old, entries);
    if (section.block !== block || to !== end) return undefined;
    if (from < end && section.name !== 'Resources') return undefined;
    for (let index = from; index < end; index++) {
      const [was, is] = [old[index], entries[index]];
      if (was && is && was !== is) pairs.push([was, is]);
    }
  }
  return pairs;
}

/** The resource that a block holds now; undefined unless it is the same in name and kind as the one it held before. */
function changedResource(previous: Template, before: Block, after: Block): Resource | undefined {
  const [old, now] = [entryOfBlock(before), entryOfBlock(after)];
  if (!old || !now || old.key.text !== now.key.text || isLoop(now.key.text) || now.key.text === INCLUDE)
    return undefined;
  const known = previous.resources.get(old.key.text);
  if (known?.block !== before || kindOfEntry(old.value) !== kindOfEntry(now.value)) return undefined;
  const [resource] = readResources(now, previous.kind, undefined);
  return resource?.type === known.type ? resource : undefined;
}
