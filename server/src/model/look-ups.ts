import type { SyntaxTree } from '#syntax';
import type { Domains } from './domain.ts';
import type { Resource, Template } from './template.ts';

/** What of a template is asked by functions, over the tree it was made of. */
export function lookUps(
  tree: SyntaxTree,
  byType: ReadonlyMap<string, readonly Resource[]>,
  domains: Domains,
): Pick<Template, 'tree' | 'byType' | 'resourcesOfType' | 'domainOf' | 'domains' | 'dealias'> {
  return {
    tree,
    byType,
    resourcesOfType: (type) => byType.get(type) ?? NONE,
    domainOf: (name) => domains.of(name),
    domains: domains.known,
    dealias: (node) => (node.kind === 'alias' ? tree.resolveAlias(node) : node),
  };
}

const NONE: readonly Resource[] = [];
