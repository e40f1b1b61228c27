import { type Analysis, type AnyRule, analyze, type Rule, type TemplateRule } from '#analysis';
import type { ResourceView, TemplateView } from '#evaluate';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

const about = {
  title: '',
  severity: 'medium',
  category: 'configuration',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: {},
  why: '',
  remedy: '',
  references: [],
  examples: [],
} as const;

/** A rule that reports at each resource of a type what it says of it. */
export function says(on: string, what: (resource: ResourceView) => string | undefined): Rule {
  return {
    ...about,
    id: `says-${on}`,
    on,
    check(resource, report) {
      const message = what(resource);
      if (message !== undefined) report(resource, message);
    },
  };
}

type At = Parameters<Parameters<Rule['check']>[1]>[0];

/** A rule that reports what it says of the template as a whole. */
export function saysOfAll(
  what: (template: TemplateView) => readonly { readonly at: At; readonly message: string }[],
): TemplateRule {
  return {
    ...about,
    id: 'says-of-all',
    on: 'template',
    check(template, report) {
      for (const { at, message } of what(template)) report(at, message);
    },
  };
}

/** The analysis of a YAML template under some rules. */
export function analysisOf(
  yaml: string,
  rules: readonly AnyRule[],
  given: { readonly parameters?: Record<string, string>; readonly files?: Record<string, string> } = {},
): Analysis {
  const { parameters = {}, files = {} } = given;
  const template = buildTemplate(parseTree(yaml, 'yaml'), undefined, (location) => files[location]);
  if (!template) throw new Error('no template');
  const analysis = analyze(template, {
    rules,
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(Object.entries(parameters)),
  });
  for (const fault of analysis.faults) throw fault.error;
  return analysis;
}

/** What an analysis says, each with the worlds behind a bar. */
export function findingsOf({ findings }: Analysis): string[] {
  return findings.map(({ message, when }) => (when === undefined ? message : `${message} | ${when}`));
}
