import { type AnyRule, noSuchRule } from '#analysis';
import { UsageError } from './arguments.ts';
import { attempt, reasonOf } from './failure.ts';
import type { Colors } from './format/pretty.ts';

/**
 * What `remit explain RULE` prints: the rule's page. `page` reads the page of an id. Throws a UsageError for a page that cannot be
 * read and, with the nearest ids, for a rule that does not exist.
 */
export function explainRule(
  rules: readonly AnyRule[],
  id: string,
  page: (id: string) => string,
  colors: Colors,
): string {
  if (!rules.some((rule) => rule.id === id)) throw new UsageError(noSuchRule(rules, id));
  const text = attempt(() => page(id));
  if (text instanceof Error) throw new UsageError(`the page of ${id}: ${reasonOf(text)}`);
  return forTerminal(text, colors);
}

/** Markdown reads well as it is; its headings stand out, and what is said to editors of the page is left out. */
function forTerminal(page: string, colors: Colors): string {
  let isCode = false;
  const lines = page.replace(/^<!--.*-->\s*/, '').split('\n');
  return lines
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode;
      const heading = isCode ? undefined : /^#+ (.*)$/.exec(line)?.[1];
      return heading === undefined ? line : colors.bold(heading);
    })
    .join('\n');
}
