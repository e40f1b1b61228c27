import type { ResourceView, Value } from '#evaluate';

/** The ways in which a template writes rules of a security group. */
export const INGRESS_TYPES = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'] as const;
export const EGRESS_TYPES = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'] as const;

/** The ingress rules that a resource holds: those of a security group, or the one that a resource of its own is. */
export function ingressOf(resource: ResourceView): readonly Value[] {
  return rulesOf(resource, 'SecurityGroupIngress');
}

/** The egress rules that a resource holds, likewise. */
export function egressOf(resource: ResourceView): readonly Value[] {
  return rulesOf(resource, 'SecurityGroupEgress');
}

/**
 * The security group whose rules a resource holds: itself, or the one that a rule of its own names; undefined where that
 * is no group of this template.
 */
export function groupOf(resource: ResourceView): ResourceView | undefined {
  if (resource.type === 'AWS::EC2::SecurityGroup') return resource;
  const named = resource.get('GroupId').target() ?? resource.get('GroupName').target();
  return named?.resource.type === 'AWS::EC2::SecurityGroup' ? named.resource : undefined;
}

function rulesOf(resource: ResourceView, kind: 'SecurityGroupIngress' | 'SecurityGroupEgress'): readonly Value[] {
  if (resource.type === `AWS::EC2::${kind}`) return [resource.properties];
  if (resource.type !== 'AWS::EC2::SecurityGroup') return [];
  return resource
    .get(kind)
    .items()
    .filter((rule) => rule.isMap);
}
