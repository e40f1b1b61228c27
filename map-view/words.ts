import type { Severity } from '#analysis';
import type { DutyState, Who } from '#features';

/** What a cell says, and the shape it says it with where colours are not seen. */
export const STATES: {
  readonly [state in DutyState]: { readonly mark: string; readonly word: string; readonly meaning: string };
} = {
  aws: { mark: '■', word: 'AWS', meaning: 'AWS carries it' },
  done: { mark: '✓', word: 'done', meaning: 'yours, and done' },
  open: { mark: '▲', word: 'open', meaning: 'yours, and open' },
  unknown: { mark: '?', word: 'unknown', meaning: 'yours, and the template cannot tell' },
  'not-applicable': { mark: '–', word: '', meaning: 'not applicable' },
};

export const WHO: { readonly [who in Who]: string } = { aws: 'AWS', you: 'You', shared: 'AWS and you' };

/** The gravest first. */
export const SEVERITY_ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** A framework's name; its id where nobody has given it one. */
export function frameworkName(id: string): string {
  return FRAMEWORKS[id] ?? id;
}

const FRAMEWORKS: { readonly [id: string]: string | undefined } = {
  'aws-fsbp': 'AWS Foundational Security Best Practices',
  'cis-aws-3': 'CIS AWS Foundations 3.0',
  'nist-800-53-r5': 'NIST SP 800-53 revision 5',
  'nist-800-171-r2': 'NIST SP 800-171 revision 2',
  'pci-dss-4': 'PCI DSS 4.0',
  'iso-27001': 'ISO/IEC 27001',
  hipaa: 'HIPAA',
  'soc-2': 'SOC 2',
  fedramp: 'FedRAMP',
};
