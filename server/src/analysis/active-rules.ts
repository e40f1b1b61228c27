import type { AnalysisOptions } from './analysis.ts';
import type { AnyRule, Profile } from './rule.ts';

/** The rules that run: those of the profile, and of the framework where one is chosen, that are not switched off. */
export function activeRules({ rules, profile, framework, disabled }: AnalysisOptions): readonly AnyRule[] {
  return rules.filter(
    (rule) =>
      RANK[rule.profile] <= RANK[profile] &&
      (framework === undefined || hasControl(rule, framework)) &&
      !disabled.has(rule.id),
  );
}

/** Whether a rule checks a control of a framework, by the framework's id. */
export function hasControl({ controls }: AnyRule, framework: string): boolean {
  return (controls[framework]?.length ?? 0) > 0;
}

/** The ids of all frameworks that rules check controls of, in alphabetical order. */
export function frameworksOf(rules: readonly AnyRule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ controls }) => Object.keys(controls)))].sort();
}

const RANK: { readonly [profile in Profile]: number } = { essential: 0, recommended: 1, strict: 2 };
