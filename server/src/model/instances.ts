import { remember } from '#syntax';
import { bindingsOf, boundValue, fillVariables } from './loops.ts';
import type { Resource } from './template.ts';

/**
 * The resources that one in a `Fn::ForEach` stands for, each by its own name and with its variables bound; itself when it is in no loop,
 * or when nothing tells what the loop goes over.
 */
export function instancesOf(resource: Resource): readonly Resource[] {
  return resource.variables.size === 0 ? [resource] : instantiated(resource);
}

const instantiated = remember((resource: Resource): readonly Resource[] => {
  const bindings = bindingsOf(resource.variables);
  if (!bindings) return [resource];
  return bindings.map((variables) => ({
    ...resource,
    logicalId: fillVariables(resource.logicalId, variables, boundValue) ?? resource.logicalId,
    variables,
  }));
});

/** Finds the resource of a name among those that loops make. */
export function findInstance(resources: Iterable<Resource>, name: string): Resource | undefined {
  for (const resource of resources) {
    const found = instancesOf(resource).find((instance) => instance !== resource && instance.logicalId === name);
    if (found) return found;
  }
  return undefined;
}
