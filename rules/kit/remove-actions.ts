import type { Fix } from '#edit';
import { type ReachKind, reachOf, type Statement, withActions } from '#insight';
import { fix, remove } from './fix.ts';

/**
 * Takes those actions out of a statement that make it as grave as it is; the statements are all of its document. Undefined
 * when nothing of the statement would be left, and when there are more of them than a title can name.
 */
export function removeActions(
  statement: Statement,
  statements: readonly Statement[],
  worst: ReachKind,
): Fix | undefined {
  const grave = statement.actions.filter(
    (action) => reachOf(withActions(statement, [action]), statements)?.worst === worst,
  );
  const names = [...new Set(grave.flatMap((action) => action.pattern() ?? []))];
  if (grave.length === 0 || grave.length === statement.actions.length || names.length > 3) return undefined;
  return fix(`Remove ${names.join(' and ')} (takes that access away)`, 'behaviour', ...grave.map(remove));
}
