import type { AnyRule } from '#analysis';

/** `there is no rule "x"`, with the ids somebody may have meant: a part of an id, or what another scanner calls its check. */
export function noSuchRule(rules: readonly AnyRule[], text: string): string {
  const wanted = text.toLowerCase();
  const answering = rules.filter(({ peers }) =>
    Object.values(peers).some((ids) => ids.some((id) => id.toLowerCase() === wanted)),
  );
  const near = rules.filter(({ id }) => wanted.length >= SHORTEST && (id.includes(wanted) || wanted.includes(id)));
  const ids = [...answering, ...near].map(({ id }) => id).slice(0, 3);
  return `there is no rule "${text}"${ids.length > 0 ? `; did you mean ${ids.join(', ')}?` : ''}`;
}

/** Less is a part of nearly every id. */
const SHORTEST = 3;
