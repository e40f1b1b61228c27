import type { Block, ScalarNode, SyntaxNode } from '#syntax';

/** One entry of a section of the template. */
export interface SectionEntry {
  readonly block: Block;
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
}
