import type { Aspect } from './types.ts';

/**
 * The aspects in which a resource type carries a duty of its own, read off its name, where it is only a part of a service: a
 * policy, a subnet group, an association. `undefined` for types that stand for themselves.
 */
export function partAspects(type: string): readonly Aspect[] | undefined {
  return PARTS.find(([name]) => name.test(type))?.[1];
}

const PARTS: readonly (readonly [RegExp, readonly Aspect[]])[] = [
  [
    /(?:Resource|Access|Auth|Key|Bucket|Queue|Topic|Table|Registry|EventBus|Cluster|Channel|Endpoint|Point|Inline)Policy$/,
    ['identity-access', 'encryption-in-transit'],
  ],
  [
    /(?:Permissions?|PolicyStatement|PolicyGrant|Assignment|RoleAttachment|ProjectMembership|GroupMembership)$/,
    ['identity-access'],
  ],
  [/SubnetGroup$/, ['network-exposure', 'backup-durability']],
  [/ParameterGroup$/, ['encryption-in-transit', 'logging-monitoring']],
  [/(?:Association|Attachment)$/, ['identity-access', 'network-exposure']],
  [/(?:EventSubscription|NotificationRule|NotificationChannel|Alarm|MetricFilter)$/, ['logging-monitoring']],
  [/(?:ScalingPolicy|ScalableTarget|ScalingPlan)$/, ['backup-durability']],
  [/(?:Alias|Tag|TagOption)$/, []],
];
