import type { Value } from '#evaluate';
import { anyAccount, type Statement } from './policy.ts';

/**
 * Whether a statement of a resource policy turns away requests without TLS, or may do so: a Deny for everyone of all actions
 * (`*`, or the service's own wildcard such as `s3:*`) when `aws:SecureTransport` is false. Which resources it is on is another
 * question. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function mayDenyPlainHttp(statement: Statement, service: string): boolean {
  const { effect, actions, principals, condition } = statement;
  if (effect.isNot('Deny') || !testsTransport(condition)) return false;
  const isForAll = principals.some((principal) => anyAccount(principal) || principal.value.isUnknown);
  return isForAll && actions.some((action) => !action.isNot('*', `${service}:*`));
}

/** The operator and the key are compared without regard to case, as IAM does. */
function testsTransport(condition: Value): boolean {
  if (condition.isUnknown || condition.isOpen) return true;
  return condition
    .entries()
    .filter(([operator]) => /^bool(?:ifexists)?$/i.test(operator))
    .flatMap(([, keys]) => keys.entries())
    .filter(([key]) => /^aws:securetransport$/i.test(key))
    .some(([, value]) => value.isUnknown || value.items().some((item) => !item.isNot(false)));
}
