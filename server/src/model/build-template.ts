import type { SyntaxTree } from '#syntax';
import { createDomains } from './domain.ts';
import { readConditions, readMapping, readOutput, readParameter, readRuleSection } from './entities.ts';
import { createIncluded, type ReadIncluded } from './include.ts';
import { lookUps } from './look-ups.ts';
import type { Collections } from './loops.ts';
import { patchTemplate } from './patch-template.ts';
import { plainMap } from './read-node.ts';
import { indexReferrers } from './referrers.ts';
import { readResources } from './resource.ts';
import { implicitApis } from './sam/index.ts';
import { readSections } from './sections.ts';
import type { Resource, Template } from './template.ts';
import { templateKind } from './template-kind.ts';

/**
 * The template a tree holds; undefined when the text is no CloudFormation or SAM template. Entities of unchanged blocks
 * are shared with earlier templates; `previous` lets look-up results keep their identity too, included files with them. `read`
 * is how the first of them reads those files.
 */
export function buildTemplate(tree: SyntaxTree, previous?: Template, read?: ReadIncluded): Template | undefined {
  return (previous && patchTemplate(previous, tree)) ?? buildAnew(tree, previous, read);
}

function buildAnew(tree: SyntaxTree, previous?: Template, read?: ReadIncluded): Template | undefined {
  const kind = templateKind(tree);
  if (!kind) return undefined;
  const globals =
    kind === 'sam' ? plainMap(tree.sections.find(({ name }) => name === 'Globals')?.block.value) : undefined;
  const included = previous?.included ?? createIncluded(read);
  const sections = readSections(tree, included);
  const parameters = named(sections.of('Parameters').entries.map(readParameter));
  const mappings = named(sections.of('Mappings').entries.map(readMapping));
  const collections: Collections = {
    parameter: (name) => parameters.get(name),
    mapping: (name) => mappings.get(name),
  };
  const written = sections.inLoops('Resources', collections);
  const resources = new Map<string, Resource>();
  const looped: Resource[] = [];
  let isOpen = written.isOpen;
  for (const entry of written.entries) {
    for (const resource of readResources(entry, kind, globals)) resources.set(resource.logicalId, resource);
  }
  if (kind === 'sam') {
    for (const api of implicitApis(resources.values(), globals)) resources.set(api.logicalId, api);
  }
  const conditions = named(sections.inLoops('Conditions', collections).entries.flatMap(readConditions));
  const rules = named(sections.of('Rules').entries.map(readRuleSection));
  const outputs = named(sections.inLoops('Outputs', collections).entries.map(readOutput));
  const byType = groupByType(resources, previous);
  for (const resource of resources.values()) {
    if (resource.variables.size > 0) looped.push(resource);
    isOpen ||= resource.type.endsWith('::MODULE');
  }
  return {
    ...lookUps(tree, byType, createDomains({ parameters, conditions, rules }, previous?.domains)),
    kind,
    resources,
    parameters,
    conditions,
    mappings,
    rules,
    outputs,
    looped,
    referrers: indexReferrers(resources, previous),
    included,
    isOpen,
  };
}

function named<T extends { readonly name: string }>(entities: readonly (T | undefined)[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const entity of entities) if (entity) map.set(entity.name, entity);
  return map;
}

function groupByType(
  resources: ReadonlyMap<string, Resource>,
  previous: Template | undefined,
): Map<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources.values()) {
    const group = groups.get(resource.type);
    if (group) group.push(resource);
    else groups.set(resource.type, [resource]);
  }
  if (!previous) return groups;
  const shared = new Map<string, readonly Resource[]>(groups);
  for (const [type, group] of groups) {
    const before = previous.resourcesOfType(type);
    if (before.length === group.length && group.every((resource, at) => resource === before[at]))
      shared.set(type, before);
  }
  return shared;
}
