import type { Fix, Fragment, Intent, Safety } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { kmsKeyBody } from './companion.ts';
import { addResource, fix, set } from './fix.ts';

/** How a resource is told of a key of the stack's own. */
export interface CustomerKey {
  /** Says what happens, and what it costs. */
  readonly title: string;
  readonly safety: Safety;
  /** What the resource names the key by; its ARN unless told otherwise. */
  readonly by?: 'Arn' | 'Ref';
  /** The AWS services that use the key on behalf of this account; those that use it as the caller need no mention. */
  readonly services?: readonly string[];
  /** What else has to be written for the key to be used. */
  readonly also?: readonly (Intent | undefined)[];
}

/** Adds a KMS key to the stack, and has a resource encrypt with it. */
export function customerKey(of: ResourceView, at: Value, key: CustomerKey): Fix | undefined {
  const logicalId = `${of.logicalId}Key`;
  const name: Fragment = key.by === 'Ref' ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, 'Arn'] };
  const body = kmsKeyBody(of, key.services);
  return fix(key.title, key.safety, addResource(logicalId, body, of), set(at, name), ...(key.also ?? []));
}
