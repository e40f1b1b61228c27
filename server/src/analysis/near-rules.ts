import type { AnyRule } from './rule.ts';

/** `there is no rule "x"`, with the ids somebody may have meant: nearly the same, a part of an id, or what another scanner calls its check. */
export function noSuchRule(rules: readonly AnyRule[], text: string): string {
  const wanted = text.toLowerCase();
  const answering = rules.filter(({ peers }) =>
    Object.values(peers).some((ids) => ids.some((id) => id.toLowerCase() === wanted)),
  );
  const near = rules.filter(({ id }) => wanted.length >= SHORTEST && (id.includes(wanted) || wanted.includes(id)));
  const misspelt = rules.filter(({ id }) => wanted.length > SHORTEST && isMisspelt(wanted, id));
  const ids = new Set([...answering, ...misspelt, ...near].map(({ id }) => id));
  const shown = [...ids].slice(0, 3);
  return `there is no rule "${text}"${shown.length > 0 ? `; did you mean ${shown.join(', ')}?` : ''}`;
}

/** Less is a part of nearly every id. */
const SHORTEST = 3;
/** Letters that what differs between a word and its misspelling may have on either side: two that changed places, or one too many. */
const MOST_LETTERS = 2;

/** Whether two texts are the same but for a few letters in one place. */
function isMisspelt(text: string, id: string): boolean {
  if (Math.abs(text.length - id.length) > MOST_LETTERS) return false;
  let start = 0;
  while (start < text.length && text[start] === id[start]) start++;
  let end = 0;
  while (end < Math.min(text.length, id.length) - start && text.at(-1 - end) === id.at(-1 - end)) end++;
  return Math.max(text.length, id.length) - start - end <= MOST_LETTERS;
}
