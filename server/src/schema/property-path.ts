import type { PropertyInfo, PropertyType, ResourceType } from './resource-type.ts';

/** A path to a property: `A.B[].C`, or its steps with `[]` or a number for a list item. Keys of a map are steps too. */
export type PropertyPath = string | readonly (string | number)[];

/** A property found along a path, and the nested types that own it. */
export interface FoundProperty {
  readonly info: PropertyInfo;
  /** Name of the nested type that declares the property; absent when the resource type itself does. */
  readonly owner?: string;
  /** Property names from the resource down, without list items and map keys. */
  readonly names: readonly string[];
}

/**
 * Follows a path from a resource type. A property inside a create-only one counts as create-only: changing any part of it
 * changes the whole. `undefined` when a step does not exist, or leads into free JSON.
 */
export function findProperty(type: ResourceType, path: PropertyPath): FoundProperty | undefined {
  let found: FoundProperty | undefined;
  let current: PropertyType = { kind: 'object', name: '', properties: type.properties };
  for (const step of pathSteps(path)) {
    const next = follow(current, step, found);
    if (!next) return undefined;
    found = next;
    current = next.info.type;
  }
  return found;
}

/** Splits a written path into steps; list items become `[]`. */
export function pathSteps(path: PropertyPath): readonly string[] {
  const steps = typeof path === 'string' ? path.split('.').flatMap(splitItems) : path.map(String);
  return steps.map((step) => (LIST_ITEM.test(step) ? '[]' : step));
}

const LIST_ITEM = /^(?:\[(?:\d*|\*)\]|\d+|\*)$/;

/** `Rules[][0]` is three steps. */
function splitItems(step: string): string[] {
  const bracket = step.indexOf('[');
  if (bracket < 0) return [step];
  const items = step
    .slice(bracket)
    .split('[')
    .slice(1)
    .map((item) => `[${item}`);
  return bracket === 0 ? items : [step.slice(0, bracket), ...items];
}

function follow(type: PropertyType, step: string, from: FoundProperty | undefined): FoundProperty | undefined {
  if (type.kind === 'union') {
    for (const member of type.members) {
      const found = follow(member, step, from);
      if (found) return found;
    }
    return undefined;
  }
  if (type.kind === 'map' || (type.kind === 'list' && step === '[]')) return from && intoElement(type.element, from);
  if (type.kind !== 'object') return undefined;
  const info = type.properties.get(step);
  if (!info) return undefined;
  const names = [...(from?.names ?? []), step];
  return { info: inheritReplacement(info, from?.info), names, ...(type.name && { owner: type.name }) };
}

function intoElement(element: PropertyType, from: FoundProperty): FoundProperty {
  const { name, replacement, conditionalReplacement, references, policy } = from.info;
  const info: PropertyInfo = {
    name,
    type: element,
    required: false,
    ...(element.kind === 'enum' && { enumValues: element.values }),
    replacement,
    ...(conditionalReplacement && { conditionalReplacement }),
    references,
    ...(policy && { policy }),
  };
  return { ...from, info };
}

function inheritReplacement(info: PropertyInfo, parent: PropertyInfo | undefined): PropertyInfo {
  if (info.replacement || !parent) return info;
  if (parent.replacement) return { ...info, replacement: true };
  return parent.conditionalReplacement ? { ...info, conditionalReplacement: true } : info;
}
