import type { Rule, TemplateRule } from '#analysis';

/** A rule on resources of one or more types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** A rule on the template as a whole. */
export function defineTemplateRule(rule: Omit<TemplateRule, 'on'>): TemplateRule {
  return { on: 'template', ...rule };
}
