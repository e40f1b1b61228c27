import type { Change, Language } from '#syntax';
import { applyEdits } from '#text';

/** A text and what is done to it, one change after another; everything else follows from the seed. */
export interface FuzzCase {
  readonly seed: number;
  readonly language: Language;
  readonly text: string;
  /** Each in offsets of the text that the one before it left. */
  readonly changes: readonly Change[];
}

/** A case that went wrong. */
export interface Find {
  /** What was being done, such as `hover`. */
  readonly step: string;
  readonly message: string;
  readonly found: FuzzCase;
}

/** The text after all changes. */
export function finalText({ text, changes }: FuzzCase): string {
  return changes.reduce((now, change) => applyEdits(now, [change]), text);
}
