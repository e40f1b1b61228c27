import { type BlockShape, hasShape, type LazyBlock } from './block.ts';

/** Blocks of the text before that may be used again, each once, the first of equal ones first. */
export class SpareBlocks {
  readonly #byText = new Map<string, LazyBlock[]>();

  constructor(blocks: Iterable<LazyBlock>) {
    for (const block of [...blocks].reverse()) {
      const same = this.#byText.get(block.text);
      if (same) same.push(block);
      else this.#byText.set(block.text, [block]);
    }
  }

  get isEmpty(): boolean {
    return this.#byText.size === 0;
  }

  take(text: string, shape: BlockShape): LazyBlock | undefined {
    const same = this.#byText.get(text);
    const last = same?.at(-1);
    return last && hasShape(last, shape) ? same?.pop() : undefined;
  }
}
