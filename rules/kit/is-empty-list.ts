import type { Value } from '#evaluate';

/** Whether a value is certainly a list, and has no members. */
export function isEmptyList(value: Value): boolean {
  return value.isList && !value.isOpen && value.items().length === 0;
}
