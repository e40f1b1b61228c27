import type { Fix, Fragment, Intent, Safety } from '#edit';
import type { ResourceView, Value } from '#evaluate';

/** A fix of one or more intents; undefined when one of them has nowhere to write. The title says what happens. */
export function fix(title: string, safety: Safety, ...intents: readonly (Intent | undefined)[]): Fix | undefined {
  const known = intents.flatMap((intent) => intent ?? []);
  return known.length === intents.length && known.length > 0 ? { title, safety, intents: known } : undefined;
}

/** Gives a property a value, whether or not it, or what is above it, is there yet. */
export function set(at: Value, value: Fragment): Intent | undefined {
  return at.writeTarget && { kind: 'set', target: at.writeTarget, value };
}

/** Removes a property or a list item. */
export function remove(at: Value): Intent | undefined {
  return at.writeTarget && { kind: 'remove', target: at.writeTarget };
}

/** Adds an item to a list, which is made when it is missing. */
export function append(to: Value, item: Fragment): Intent | undefined {
  return to.writeTarget && { kind: 'append', target: to.writeTarget, value: item };
}

/** Adds a resource behind another one; refer to it elsewhere in the same fix as `{ Ref: logicalId }`. */
export function addResource(logicalId: string, body: Fragment, after: ResourceView): Intent {
  return { kind: 'addResource', logicalId, body, after: after.resource.key.text };
}

/** Adds a parameter; refer to it elsewhere in the same fix as `{ Ref: name }`. */
export function addParameter(name: string, body: Fragment): Intent {
  return { kind: 'addParameter', name, body };
}
