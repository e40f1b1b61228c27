import type { BlockShape } from './block.ts';

/** One block as a splitter sees it: `[start, end)`, and the state in which the next one begins. */
export interface Slice<State> extends BlockShape {
  readonly end: number;
  readonly next: State;
}

/**
 * Cuts a text into blocks from left to right. What the next block is depends on the text from its start on and on the state
 * alone, so after an edit the cutting can begin at any block and stop where it meets an old one in the same state. No block
 * depends on more than itself and the member that begins behind it (pieces of junk not counted).
 */
export interface Splitter<State, Cut extends Slice<State> = Slice<State>> {
  readonly initial: State;
  same(a: State, b: State): boolean;
  /** The block that begins at `start`, which lies before the end of the text; always at least one character long, but for the head. */
  next(text: string, start: number, state: State): Cut;
}

/** The sections whose entries are blocks of their own. A top-level key that CloudFormation does not know is one value. */
export const splitSections: ReadonlySet<string> = new Set([
  'Resources',
  'Parameters',
  'Conditions',
  'Mappings',
  'Outputs',
  'Rules',
]);
