import type { Block, Section, SyntaxTree } from '#syntax';
import { createDomains } from './domain.ts';
import { readCondition, readMapping, readOutput, readParameter, readRuleSection } from './entities.ts';
import { createIncluded, type ReadIncluded } from './include.ts';
import { plainMap } from './read-node.ts';
import { indexReferrers } from './referrers.ts';
import { readResources } from './resource.ts';
import { implicitApis } from './sam/index.ts';
import type { SectionEntry } from './section-entry.ts';
import type { Resource, Template } from './template.ts';
import { templateKind } from './template-kind.ts';

/**
 * The template a tree holds; undefined when the text is no CloudFormation or SAM template. Entities of unchanged blocks
 * are shared with earlier templates; `previous` lets look-up results keep their identity too, included files with them. `read`
 * is how the first of them reads those files.
 */
export function buildTemplate(tree: SyntaxTree, previous?: Template, read?: ReadIncluded): Template | undefined {
  const kind = templateKind(tree);
  if (!kind) return undefined;
  const globals = kind === 'sam' ? plainMap(sectionsNamed(tree, 'Globals')[0]?.block.value) : undefined;
  const resources = new Map<string, Resource>();
  for (const entry of entriesOf(tree, 'Resources')) {
    for (const resource of readResources(entry, kind, globals)) resources.set(resource.logicalId, resource);
  }
  if (kind === 'sam') {
    for (const api of implicitApis(resources.values(), globals)) resources.set(api.logicalId, api);
  }
  const parameters = named(entriesOf(tree, 'Parameters').map(readParameter));
  const conditions = named(entriesOf(tree, 'Conditions').map(readCondition));
  const mappings = named(entriesOf(tree, 'Mappings').map(readMapping));
  const rules = named(entriesOf(tree, 'Rules').map(readRuleSection));
  const outputs = named(entriesOf(tree, 'Outputs').map(readOutput));
  const byType = groupByType(resources, previous);
  const isOpen =
    entriesOf(tree, 'Resources').some((entry) => entry.key.text === 'Fn::Transform') ||
    [...resources.values()].some((resource) => resource.type.endsWith('::MODULE'));
  const template: Template = {
    tree,
    kind,
    resources,
    parameters,
    conditions,
    mappings,
    rules,
    outputs,
    referrers: indexReferrers(resources, previous),
    types: [...byType.keys()],
    resourcesOfType: (type) => byType.get(type) ?? NONE,
    domainOf: (name) => domains.of(name),
    get domains() {
      return domains.known;
    },
    included: previous?.included ?? createIncluded(read),
    dealias: (node) => (node.kind === 'alias' ? tree.resolveAlias(node) : node),
    isOpen,
  };
  const domains = createDomains(template, previous?.domains);
  return template;
}

const NONE: readonly Resource[] = [];

function sectionsNamed(tree: SyntaxTree, name: string): readonly Section[] {
  return tree.sections.filter((section) => section.name === name);
}

function entriesOf(tree: SyntaxTree, name: string): readonly SectionEntry[] {
  return sectionsNamed(tree, name).flatMap((section) => {
    if (section.entries) return section.entries.flatMap(entryOfBlock);
    const map = plainMap(section.block.value);
    return map?.entries.map(({ key, value }) => ({ block: section.block, key, value })) ?? [];
  });
}

function entryOfBlock(block: Block): SectionEntry[] {
  const { key, value } = block;
  return key && value ? [{ block, key, value }] : [];
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
