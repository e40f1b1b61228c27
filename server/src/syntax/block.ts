import type { AliasNode, Block, Comment, ScalarNode, SyntaxFault, SyntaxNode } from './node.ts';
import type { Remembering } from './remember.ts';

/** What one block holds, and what the tree needs to know of it beyond that. Spans are relative to the block. */
export interface ParsedBlock {
  readonly key: ScalarNode | undefined;
  readonly value: SyntaxNode | undefined;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxFault[];
  /** Nodes that carry an anchor, in the order of the text. */
  readonly anchors: readonly SyntaxNode[];
  readonly aliases: readonly AliasNode[];
  /** JSON: where the comma stands that ends the member. */
  readonly comma: number | undefined;
}

/** What a splitter says of a run of text; how the block is read depends on nothing else. */
export interface BlockShape {
  readonly kind: Block['kind'];
  readonly section: string | undefined;
  /** Whether the entries of this section are blocks of their own. */
  readonly split: boolean;
}

/** A block that is parsed when its content is first asked for; then the library's objects are gone again. */
export class LazyBlock implements Block {
  readonly kind: Block['kind'];
  readonly section: string | undefined;
  readonly split: boolean;
  readonly text: string;
  memo: Remembering['memo'];
  readonly #parse: (block: LazyBlock) => ParsedBlock;
  #parsed: ParsedBlock | undefined;

  constructor(shape: BlockShape, text: string, parse: (block: LazyBlock) => ParsedBlock) {
    this.kind = shape.kind;
    this.section = shape.section;
    this.split = shape.split;
    this.text = text;
    this.#parse = parse;
  }

  get parsed(): ParsedBlock {
    this.#parsed ??= this.#parse(this);
    return this.#parsed;
  }

  get key(): ScalarNode | undefined {
    return this.parsed.key;
  }

  get value(): SyntaxNode | undefined {
    return this.parsed.value;
  }

  get comments(): readonly Comment[] {
    return this.parsed.comments;
  }

  get errors(): readonly SyntaxFault[] {
    return this.parsed.errors;
  }
}

/** Whether a block reads the same as it would under another shape. */
export function hasShape(block: LazyBlock, shape: BlockShape): boolean {
  return block.kind === shape.kind && block.section === shape.section && block.split === shape.split;
}

/** How deep values may stand in each other; deeper ones are an error. CloudFormation itself allows far less. */
export const maxDepth = 200;

export const depthMessage = `Values are nested more than ${maxDepth} levels deep here; flatten them.`;

/** An editor shows no more of them to any use. */
export const maxErrors = 100;

/** The errors of a block in their order. Beneath values nested too deep nothing was read, so all else is a consequence. */
export function tidyErrors(errors: readonly SyntaxFault[]): readonly SyntaxFault[] {
  const deep = errors.find(({ message }) => message === depthMessage);
  return deep ? [deep] : [...errors].sort((a, b) => a.span.start - b.span.start).slice(0, maxErrors);
}
