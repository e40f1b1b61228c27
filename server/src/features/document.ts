import type { Analysis } from '#analysis';
import type { Place, Template } from '#model';
import type { Schema } from '#schema';
import type { SyntaxTree } from '#syntax';
import type { Span } from '#text';
import type { Responsibilities } from './responsibility.ts';

/** One analysed text, as every feature sees it. Immutable; the service makes the next one from it. */
export interface Document {
  /** Its path or URI, for messages only. */
  readonly name: string;
  /** The text as it is. */
  readonly tree: SyntaxTree;
  /**
   * Undefined when the text is no template. While a block does not parse, the template holds the last state of the block
   * that did, so that findings neither vanish nor multiply while the author types.
   */
  readonly template: Template | undefined;
  /** Undefined when the text is no template. Belongs to `template`. */
  readonly analysis: Analysis | undefined;
  readonly schema: Schema;
  /** Whose remit each part of a resource type is; knows no type where the host passes nothing in. */
  readonly responsibilities: Responsibilities;
  /** The address of a rule's page; undefined when the host ships no pages. */
  pageOf(rule: string): string | undefined;
  /** The span in `tree.text`. A place in a block that is kept from an earlier text is re-anchored: near, and never empty. */
  spanOf(place: Place): Span;
  /** The same text analysed without anything kept, which edits are made in; the document itself when nothing is kept. Made on first need. */
  exact(): Document;
}
