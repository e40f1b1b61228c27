import type { Fragment } from '#edit';

/** The rule of a web ACL that has a rule group of AWS do what it does by default. */
export function managedRuleGroup(name: string, priority: number): Fragment {
  return {
    Name: name,
    Priority: priority,
    OverrideAction: { None: {} },
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: name } },
    VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: name },
  };
}
