import type { ResourceView, Value } from '#evaluate';

/** One of the attributes that a load balancer lists as keys and values. */
export interface BalancerAttribute {
  /** Undefined when the list certainly does not set it. */
  readonly value: Value | undefined;
  readonly list: Value;
}

/** An attribute of a load balancer by its key; undefined when the template cannot tell whether it is set. */
export function balancerAttribute(balancer: ResourceView, key: string): BalancerAttribute | undefined {
  const list = balancer.get('LoadBalancerAttributes');
  const item = list.items().find((candidate) => candidate.get('Key').is(key));
  if (item) return { value: item.get('Value'), list };
  const isUnclear = list.isOpen || list.items().some((candidate) => !candidate.get('Key').isNot(key));
  return isUnclear ? undefined : { value: undefined, list };
}

/** Whether a load balancer certainly is, or by default is, an application load balancer. */
export function isApplicationLoadBalancer(balancer: ResourceView): boolean {
  const type = balancer.get('Type');
  return type.isAbsent || type.is('application');
}
