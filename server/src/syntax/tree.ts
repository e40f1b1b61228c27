import type { LineIndex, TextEdit } from '#text';
import type { AliasNode, Block, Comment, MapEntry, ScalarNode, SyntaxFault, SyntaxNode } from './node.ts';

export type Language = 'yaml' | 'json';

/** The located tree of one text. Immutable: `editTree` makes the next one and shares every block that was not touched. */
export interface SyntaxTree {
  readonly language: Language;
  /** The whole text; put together when it is first asked for, which costs as much as the file is long. */
  readonly text: string;
  /** Of the text, in code units. */
  readonly length: number;
  /** A part of the text, at the cost of the blocks it lies in. */
  slice(start: number, end: number): string;
  /** Where the lines of the text begin. Made when it is first asked for, from that of the tree before an edit if that has one. */
  readonly lines: LineIndex;
  /** All blocks in the order of the text; together they cover it without gaps. */
  readonly blocks: readonly Block[];
  /** The offset in `text` at which a block begins; undefined when the block is not of this tree. O(1). */
  startOf(block: Block): number | undefined;
  /** The block in which an offset lies. O(log blocks). */
  blockAt(offset: number): Block;
  /**
   * Top-level keys in order, duplicates included, each with its section block and (when split) the entry blocks beneath it.
   * `value` is the whole value where the section is not split (`Description`, or Resources that is a list).
   */
  readonly sections: readonly Section[];
  /** Everything that does not parse, duplicate keys included, with spans in `text`, at most 100. */
  errors(): readonly SyntaxFault[];
  /** All comments of the text, spans in `text`. */
  comments(): readonly Comment[];
  /** The anchored node an alias stands for: the last `&name` before it, in whatever block; undefined when there is none or it is recursive. */
  resolveAlias(alias: AliasNode): SyntaxNode | undefined;
}

export interface Section {
  readonly name: string;
  /** The block of the key. All sections of a text that is one flow map (`{Resources: …}` in YAML) share one junk block. */
  readonly block: Block;
  readonly key: ScalarNode | undefined;
  /** The whole value of a section that is not split; undefined when it is, or when nothing can be read. */
  readonly value: SyntaxNode | undefined;
  /** The entry blocks of a split section, without junk and possibly none; undefined for a section that is one value. */
  readonly entries: readonly Block[] | undefined;
}

/** A change of the text, in offsets of the text before it. */
export type Change = TextEdit;

/** What stands at an offset, from the outside in: block, then map entries and list items down to the innermost node. */
export interface NodePath {
  readonly block: Block;
  readonly steps: readonly PathStep[];
  /** Whether the offset lies in the key of the last step (without steps: of the block) rather than in its value. */
  readonly onKey: boolean;
}

export type PathStep =
  | { readonly kind: 'entry'; readonly entry: MapEntry; readonly parent: SyntaxNode }
  | { readonly kind: 'item'; readonly index: number; readonly node: SyntaxNode; readonly parent: SyntaxNode };
