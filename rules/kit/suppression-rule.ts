import type { Rule } from '#analysis';
import type { Fragment } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { fix, set } from './fix.ts';

/** What a rule on a filter that hides findings says of itself, and how such a filter is written. */
export interface SuppressionRule extends Pick<Rule, 'id' | 'title' | 'references' | 'examples'> {
  readonly on: string;
  /** Whether the filter certainly hides what it matches. */
  hides(filter: ResourceView): boolean;
  /** The path of the map of criteria. */
  readonly criteria: string;
  /** Criteria that say nothing of the cause. */
  readonly broad: readonly string[];
  /** The criterion for severity, which is one of the broad, and what low severity is in it. */
  readonly severity: string;
  readonly low: Fragment;
}

/** A rule on filters that hide findings of a security service: one that names no cause hides the gravest, too. */
export function suppressionRule({ hides, criteria, broad, severity, low, ...rule }: SuppressionRule): Rule {
  return {
    ...rule,
    severity: 'medium',
    category: 'logging',
    profile: 'recommended',
    aspect: 'logging-monitoring',
    peers: {},
    controls: { 'nist-800-53-r5': ['SI-4', 'CA-7', 'IR-4'] },
    why: 'A filter is there to hide what is known and accepted. One that asks for a severity, an account or a region alone hides everything of that kind, the grave finding of tomorrow included.',
    remedy: 'Name what is accepted: the type of the finding, the control, the resource or the vulnerability.',
    check(filter, report) {
      const asked = filter.get(criteria);
      if (!hides(filter) || asked.isUnknown || asked.isOpen) return;
      if (asked.entries().some(([name]) => name !== severity && !broad.includes(name))) return;
      const label = asked.get(severity.replaceAll('.', '\\.'));
      if (mayBeMild(label)) return;
      report(asked, `${filter.logicalId} hides findings whatever their cause`, {
        fixes: [fix('Hide findings of low severity only', 'behaviour', set(label, low))],
      });
    },
  };
}

/** A severity with an upper bound, or of labels none of which certainly is grave. */
function mayBeMild(severity: Value): boolean {
  if (severity.isAbsent) return false;
  if (severity.isUnknown || BOUNDS.some((name) => severity.get(name).isGiven)) return true;
  const labels = severity.isList
    ? severity.items().map((each) => each.get('Value'))
    : ['Eq', 'Equals', 'eq'].flatMap((name) => severity.get(name).items());
  return labels.length > 0 && labels.every((label) => !label.isNot(...MILD));
}

const BOUNDS = ['Lt', 'Lte', 'LessThan', 'LessThanOrEqual', 'lt', 'lte'];
const MILD = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'Low', 'Medium'];
