import type { LazyBlock } from './block.ts';
import type { Block, ScalarNode, SyntaxNode } from './node.ts';
import type { Section } from './tree.ts';

/**
 * The top-level keys of a tree in their order. A text that is one flow map (`{Resources: {…}}` in YAML) is a single block; its
 * entries are the sections, all in that block.
 */
export function buildSections(blocks: readonly LazyBlock[]): readonly Section[] {
  const sections: Section[] = [];
  let entries: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'section') {
      entries = block.split ? [] : undefined;
      sections.push(new BlockSection(block, entries));
    } else if (block.kind === 'entry') {
      // Entries may follow below a section that also has a value of its own, which is an error; they are kept all the same.
      const last = sections.at(-1);
      if (!entries && last instanceof BlockSection) {
        entries = [];
        sections[sections.length - 1] = new BlockSection(last.block, entries);
      }
      entries?.push(block);
    }
  }
  return sections.length > 0 ? sections : sectionsOfFlow(blocks);
}

/** Does not parse its block before its key or value is asked for. */
class BlockSection implements Section {
  readonly block: Block;
  readonly entries: readonly Block[] | undefined;

  constructor(block: Block, entries: readonly Block[] | undefined) {
    this.block = block;
    this.entries = entries;
  }

  get name(): string {
    return this.block.section ?? '';
  }

  get key(): ScalarNode | undefined {
    return this.block.key;
  }

  get value(): SyntaxNode | undefined {
    return this.block.value;
  }
}

function sectionsOfFlow(blocks: readonly LazyBlock[]): readonly Section[] {
  const block = blocks.find(({ kind }) => kind === 'junk');
  const root = block?.value;
  if (!block || root?.kind !== 'map') return [];
  return root.entries.map(({ key, value }) => ({ name: key.text, block, key, value, entries: undefined }));
}
