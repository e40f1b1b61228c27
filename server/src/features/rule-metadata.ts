import type { AnyRule, Aspect, Category, Controls, Peers, Profile, Severity } from '#analysis';

/** What a rule is, without the rule itself: the shape that `remit rules --format json` prints. */
export interface RuleMetadata {
  readonly id: string;
  readonly title: string;
  /** The AWS service as its resource types write it (`S3`), `CloudFormation` for rules on the template as a whole. */
  readonly service: string;
  readonly resourceTypes: readonly string[];
  readonly severity: Severity;
  readonly category: Category;
  readonly profile: Profile;
  readonly aspect: Aspect;
  /** Whether its examples show a fix. Whether one holds for a finding is proven there. */
  readonly fixable: boolean;
  readonly peers: Peers;
  readonly controls: Controls;
}

/** Describes rules, in the order of their ids. */
export function ruleMetadata(rules: readonly AnyRule[]): readonly RuleMetadata[] {
  return rules.map(describe).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function describe(rule: AnyRule): RuleMetadata {
  const { id, title, severity, category, profile, aspect, peers, controls } = rule;
  const resourceTypes = typesOf(rule);
  const service = resourceTypes[0]?.split('::')[1] ?? 'CloudFormation';
  const fixable = rule.examples.some(({ good }) => good !== undefined);
  return { id, title, service, resourceTypes, severity, category, profile, aspect, fixable, peers, controls };
}

/** The resource types that a rule looks at; none for a rule on the template as a whole. */
export function typesOf(rule: AnyRule): readonly string[] {
  if (rule.on === 'template') return [];
  return typeof rule.on === 'string' ? [rule.on] : rule.on;
}
