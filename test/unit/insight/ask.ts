import type { AnyRule } from '#analysis';
import type { ResourceView } from '#evaluate';
import { analyzeWith } from '../rules/rule-tester.ts';

/** What a question answers for the resource of a logical id, in each world in which the answer differs. */
export function ask(
  text: string,
  logicalId: string,
  type: string,
  question: (resource: ResourceView) => string,
): string[] {
  const rule: AnyRule = {
    id: 'question',
    title: 'Question',
    on: type,
    severity: 'low',
    category: 'network',
    profile: 'strict',
    aspect: 'network-exposure',
    peers: {},
    controls: {},
    why: '',
    remedy: '',
    references: [],
    examples: [],
    check(resource, report) {
      if (resource.logicalId === logicalId) report(resource, question(resource));
    },
  };
  return analyzeWith([rule], text)
    .findings.map(({ message, when }) => (when ? `${message} when ${when}` : message))
    .sort();
}
