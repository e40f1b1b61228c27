import type { Fix } from '#edit';
import type { IdentityPolicy, Statement } from '#insight';
import { fix, remove } from './fix.ts';

/**
 * Takes a statement out of an identity policy, or the whole policy out of the identity when nothing else is in it: IAM accepts
 * no policy without statements. Undefined for a policy resource of one statement, which others may refer to.
 */
export function removeStatement({ document, item }: IdentityPolicy, statement: Statement): Fix | undefined {
  const statements = document.get('Statement');
  const isOnly = !statements.isList || statements.items().length < 2;
  if (!isOnly) return fix('Remove the statement (takes its access away)', 'behaviour', remove(statement.value));
  return item && fix('Remove the policy (takes its access away)', 'behaviour', remove(item));
}
