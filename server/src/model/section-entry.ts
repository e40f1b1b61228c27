import type { Block, ScalarNode, SyntaxNode } from '#syntax';
import type { Variables } from './loops.ts';
import type { Place } from './template.ts';

/** One entry of a section of the template. */
export interface SectionEntry {
  readonly block: Block;
  /** Its name as written; of an entry in an included file, a scalar that stands where that is included. */
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
  /** Loop variables of the `Fn::ForEach` around it. */
  readonly variables: Variables;
  /** Where the file is included that it stands in. */
  readonly anchor: Place | undefined;
}
