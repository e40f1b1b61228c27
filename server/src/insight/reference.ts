import type { ResourceView, Value } from '#evaluate';

/** Whether a value names a resource: by reference, or by the same name (literal or pattern) that the resource is given. */
export function associatedWith(value: Value, resource: ResourceView, nameProperty: string): boolean {
  const target = value.target();
  if (target) return target.resource.logicalId === resource.logicalId;
  const name = resource.get(nameProperty).pattern();
  return name !== undefined && value.pattern() === name;
}

/**
 * Whether a value refers to a resource of this template, directly or inside a text. A value that is chosen at deployment does not: nobody can
 * give the id of what the same deployment makes.
 */
export function refersTo(value: Value, resource: ResourceView): boolean {
  return value.targets().some((target) => target.resource.logicalId === resource.logicalId);
}

/** The resources of a type one of whose properties names this resource. */
export function resourcesReferring(
  resource: ResourceView,
  type: string,
  property: string,
  nameProperty: string,
): readonly ResourceView[] {
  const { template } = resource;
  const candidates = new Set([
    ...template.referrers(resource, type),
    ...template.mentioning(resource.get(nameProperty), type),
  ]);
  return [...candidates].filter((other) => associatedWith(other.get(property), resource, nameProperty));
}
