import type { Fix, Safety } from '#edit';

/**
 * A fix's title with what applying it may cost. A title that says so itself in parentheses, as in "Encrypt the volume (replaces
 * the volume)", is left alone.
 */
export function fixTitle({ title, safety }: Pick<Fix, 'title' | 'safety'>): string {
  const words = notes[safety];
  return words === undefined || /\([^)]*\)$/.test(title) ? title : `${title} (${words})`;
}

const notes: Readonly<Record<Safety, string | undefined>> = {
  safe: undefined,
  behaviour: 'may change how the stack works',
  replacement: 'replaces the resource',
  cost: 'costs money',
};
