import type { Intent } from '#edit';
import type { BalancerAttribute } from '#insight';
import { append, set } from './fix.ts';

/** Gives an attribute of a load balancer a value, whether or not its list names it yet. */
export function setAttribute(attribute: BalancerAttribute, key: string, value: string): Intent | undefined {
  return attribute.value ? set(attribute.value, value) : append(attribute.list, { Key: key, Value: value });
}
