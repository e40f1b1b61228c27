import type { Span } from '#text';
import type { Remembering } from './remember.ts';

/**
 * A located value of a template, the same for YAML and JSON. Spans are relative to the start of the node's `Block`, so a
 * block that only moves keeps its nodes. Nodes are immutable and know their block.
 */
export type SyntaxNode = ScalarNode | MapNode | ListNode | AliasNode;

interface NodeBase extends Remembering {
  /**
   * From the first to the last character of the value: quotes included; tag, anchor and comments not. A block scalar reaches
   * from its `|` or `>` to the end of its last line that holds text, without the line break.
   */
  readonly span: Span;
  /** The block that the span is relative to. */
  readonly block: Block;
  /** A YAML tag as written, such as `!Ref`; undefined in JSON and without a tag. Core tags (`!!str`) are applied, not kept. */
  readonly tag: Tag | undefined;
  /** The name of a YAML anchor (`&name`) on this node. A fix never changes an anchored node. */
  readonly anchor: string | undefined;
}

export interface Tag {
  readonly name: string;
  readonly span: Span;
}

/** A string, number, boolean or null. An empty value (`Key:`) is a null scalar with an empty span right behind the colon. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** How it is written; JSON strings are `double`, other JSON scalars `plain`. */
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** The text of the value as written, without quotes; what CloudFormation sees of `012` or `1.10`. Equal to `value` for strings. */
  readonly text: string;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  /** All entries in their order, duplicates included. */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** Null scalar where the value is missing. */
  readonly value: SyntaxNode;
  /** From the key's first character to the value's last. */
  readonly span: Span;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly style: 'block' | 'flow';
  readonly items: readonly SyntaxNode[];
}

/** `*name`. Resolve it with `SyntaxTree.resolveAlias`: its anchor may stand in another block. */
export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

/** A comment, from its `#` to the end of its line; JSON comments are errors but kept here too. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** What does not parse: a clear sentence and its place, relative to the block. */
export interface SyntaxFault {
  readonly message: string;
  readonly span: Span;
}

/**
 * A run of lines (YAML) or a member (JSON) that is parsed by itself: the head of the file, a top-level key, or one entry
 * of Resources, Parameters, Conditions, Mappings, Outputs or Rules. Identity is meaning: as long as a block's text is
 * unchanged by edits, it stays the same object across trees, wherever it moves.
 */
export interface Block extends Remembering {
  /**
   * `head`: what stands before the first key, always the first block, often empty; `section`: a whole top-level key, or only
   * its own line when its entries are blocks of their own; `entry`: one entry of such a section; `junk`: text that is neither
   * yet, such as a key without its colon, or the value of a text that is no map at all; `tail`: what closes a section or the
   * text: JSON's closing brace, YAML's `...` and all that follows it. Comments right above a key belong to its block.
   */
  readonly kind: 'head' | 'section' | 'entry' | 'junk' | 'tail';
  /** The top-level key this block belongs to (`Resources`), undefined for the head, and for junk and tails outside a section. */
  readonly section: string | undefined;
  /** The key of the block: the logical id for an entry, the top-level key for a section; undefined for the other kinds. */
  readonly key: ScalarNode | undefined;
  /** The value of the key; undefined for a section whose entries are blocks. Of junk: what it would be as a value, if it parses. */
  readonly value: SyntaxNode | undefined;
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxFault[];
}
