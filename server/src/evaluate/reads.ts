import type { Template } from '#model';
import type { Block } from '#syntax';

/**
 * What an evaluation looked at. As long as every block is still in the tree and every look-up still finds the same, the
 * result stands.
 */
export class Reads {
  readonly #blocks = new Set<Block>();
  readonly #lookups = new Map<string, { readonly look: Look; readonly found: unknown }>();

  /** What several evaluations looked at, together. */
  static union(all: readonly Reads[]): Reads {
    const [first, ...others] = all;
    if (first && others.length === 0) return first;
    const union = new Reads();
    for (const reads of all) {
      for (const block of reads.#blocks) union.#blocks.add(block);
      for (const [key, lookup] of reads.#lookups) union.#lookups.set(key, lookup);
    }
    return union;
  }

  /** Notes that a block's content was read. */
  block(block: Block): void {
    this.#blocks.add(block);
  }

  /** Looks something up by name and notes what was found, `undefined` included. */
  lookup<T>(template: Template, kind: string, name: string, look: (template: Template) => T): T {
    const key = `${kind} ${name}`;
    const known = this.#lookups.get(key);
    if (known) return known.found as T;
    const found = look(template);
    this.#lookups.set(key, { look, found });
    return found;
  }

  /** Whether a template would be read the same. */
  holdsIn(template: Template): boolean {
    for (const block of this.#blocks) if (template.tree.startOf(block) === undefined) return false;
    for (const { look, found } of this.#lookups.values()) if (look(template) !== found) return false;
    return true;
  }
}

type Look = (template: Template) => unknown;
