import type { Value } from '#evaluate';

/**
 * The text of a value as far as it can be read: a parameter's in each world in which it is known, and `${Name}` for the other parts of a
 * longer text that are not.
 */
export function readText(value: Value): string | undefined {
  return (value.parameter === undefined ? undefined : value.text()) ?? value.pattern();
}
