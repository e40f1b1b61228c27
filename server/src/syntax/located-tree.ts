import { createLineIndex, type LineIndex, type Span, stretchAt, type TextEdit } from '#text';
import type { LazyBlock } from './block.ts';
import { type Cutting, lengthOf, textOf } from './cutting.ts';
import type { AliasNode, Block, Comment, SyntaxFault, SyntaxNode } from './node.ts';
import { buildSections } from './sections.ts';
import type { Language, Section, SyntaxTree } from './tree.ts';
import { collectErrors } from './tree-errors.ts';

/** The tree over one cutting; what is not asked for is not computed. */
export class LocatedTree implements SyntaxTree {
  readonly language: Language;
  readonly cutting: Cutting;
  #text: string | undefined;
  #lines: LineIndex | undefined;
  /** The lines of the tree that this one was made of, and the change; only until its own are asked for. */
  #before: { readonly lines: LineIndex; readonly change: TextEdit } | undefined;
  #startOf: Map<Block, number> | undefined;
  #sections: readonly Section[] | undefined;
  #errors: readonly SyntaxFault[] | undefined;
  #anchors: ReadonlyMap<string, readonly SyntaxNode[]> | undefined;

  constructor(language: Language, cutting: Cutting, text?: string) {
    this.language = language;
    this.cutting = cutting;
    this.#text = text;
  }

  /** Another cutting, made of this tree's by one change. */
  changed(cutting: Cutting, change: TextEdit): LocatedTree {
    const tree = new LocatedTree(this.language, cutting);
    tree.#before = this.#lines && { lines: this.#lines, change };
    return tree;
  }

  get text(): string {
    this.#text ??= textOf(this.blocks);
    return this.#text;
  }

  get length(): number {
    return lengthOf(this.cutting);
  }

  get lines(): LineIndex {
    this.#lines ??= this.#before ? this.#before.lines.after(this.#before.change, this) : createLineIndex(this.text);
    this.#before = undefined;
    return this.#lines;
  }

  slice(start: number, end: number): string {
    const { blocks, starts } = this.cutting;
    const from = stretchAt(starts, start);
    const to = stretchAt(starts, Math.max(start, end - 1)) + 1;
    const base = starts[from] ?? 0;
    return textOf(blocks.slice(from, to)).slice(start - base, Math.max(start, end) - base);
  }

  get blocks(): readonly LazyBlock[] {
    return this.cutting.blocks;
  }

  get sections(): readonly Section[] {
    this.#sections ??= buildSections(this.blocks);
    return this.#sections;
  }

  startOf(block: Block): number | undefined {
    this.#startOf ??= new Map(this.blocks.map((one, index) => [one, this.cutting.starts[index] ?? 0]));
    return this.#startOf.get(block);
  }

  blockAt(offset: number): Block {
    const block = this.blocks[stretchAt(this.cutting.starts, offset)];
    if (!block) throw new Error('a tree has at least one block');
    return block;
  }

  errors(): readonly SyntaxFault[] {
    this.#errors ??= collectErrors(this);
    return this.#errors;
  }

  comments(): readonly Comment[] {
    return this.blocks.flatMap((block, index) => {
      const start = this.cutting.starts[index] ?? 0;
      return block.comments.map(({ span, text }) => ({
        span: { start: span.start + start, end: span.end + start },
        text,
      }));
    });
  }

  resolveAlias(alias: AliasNode): SyntaxNode | undefined {
    this.#anchors ??= indexAnchors(this.blocks);
    const at = this.absolute(alias);
    const candidates = this.#anchors.get(alias.name);
    if (!at || !candidates) return undefined;
    // The last anchor of that name before the alias; one around the alias itself would never end.
    for (let index = candidates.length - 1; index >= 0; index--) {
      const node = candidates[index];
      const place = node && this.absolute(node);
      if (node && place && place.start < at.start) return place.end > at.start ? undefined : node;
    }
    return undefined;
  }

  absolute({ block, span }: { readonly block: Block; readonly span: Span }): Span | undefined {
    const start = this.startOf(block);
    return start === undefined ? undefined : { start: span.start + start, end: span.end + start };
  }
}

function indexAnchors(blocks: readonly LazyBlock[]): ReadonlyMap<string, readonly SyntaxNode[]> {
  const anchors = new Map<string, SyntaxNode[]>();
  for (const { parsed } of blocks) {
    for (const node of parsed.anchors) {
      const name = node.anchor ?? '';
      const same = anchors.get(name);
      if (same) same.push(node);
      else anchors.set(name, [node]);
    }
  }
  return anchors;
}
