import type { ReportedFinding } from '../report.ts';

/** The message with the worlds it holds in, the same words as in the editor. */
export function sentence({ message, when }: ReportedFinding): string {
  return when === undefined ? message : `${message} (when ${when})`;
}

/** The rule's id, with the controls of the chosen framework. */
export function ruleName({ rule, controls }: ReportedFinding): string {
  return controls.length === 0 ? rule : `${rule} (${controls.join(', ')})`;
}

/** `1 file`, `2 files`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
