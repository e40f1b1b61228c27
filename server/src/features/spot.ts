import type { Resource } from '#model';
import { pathAt, type ScalarNode, type SyntaxNode, spanOf } from '#syntax';
import { containsOffset, type Span } from '#text';
import type { Document } from './document.ts';

/** What stands under a cursor, in the words of a template. */
export interface Spot {
  /** The top-level section: `Resources`. */
  readonly section: string | undefined;
  /** The entry of the section: a logical id, a parameter's name. */
  readonly name: string | undefined;
  readonly resource: Resource | undefined;
  /** Keys and list positions from the entry down, intrinsic functions and their arguments left out: `Properties`, `Tags`, 0, `Key`. */
  readonly path: readonly (string | number)[];
  /** The key under the cursor; undefined on a value. */
  readonly key: ScalarNode | undefined;
  /** The innermost node under the cursor, or the value of the key under it. */
  readonly node: SyntaxNode | undefined;
  /** From the outside in, the nodes that hold `node`. */
  readonly parents: readonly SyntaxNode[];
  /** The key, or the value, in the document's text. */
  readonly span: Span;
}

/** What stands at an offset; undefined in white space and comments. */
export function spotAt(document: Document, offset: number): Spot | undefined {
  const { tree, template } = document;
  const found = pathAt(tree, offset);
  const { block } = found;
  const { section } = block;
  const name = block.kind === 'entry' ? block.key?.text : undefined;
  const resource = section === 'Resources' && name !== undefined ? template?.resources.get(name) : undefined;
  const about = { section, name, resource };

  const within = ({ span }: { readonly span: Span }): Span =>
    spanOf(tree, { block, span }) ?? { start: offset, end: offset };
  const last = found.steps.at(-1);
  if (!last) {
    const { key, value } = block;
    const touched = found.onKey ? key : value;
    if (!touched || !containsOffset(within(touched), offset)) return undefined;
    return { ...about, path: [], key: found.onKey ? key : undefined, node: value, parents: [], span: within(touched) };
  }
  const path: (string | number)[] = [];
  let inFunction = false;
  for (const step of found.steps) {
    const isArgument = inFunction || isFunction(step.parent);
    const isName = step.kind === 'entry' && isFunctionName(step.entry.key.text);
    // The items of a short-form function, and of the list beneath a long-form one, are its arguments, not places of their own.
    if (!isArgument && !isName) path.push(step.kind === 'entry' ? step.entry.key.text : step.index);
    inFunction = isName;
  }
  const key = found.onKey && last.kind === 'entry' ? last.entry.key : undefined;
  const node = last.kind === 'entry' ? last.entry.value : last.node;
  return { ...about, path, key, node, parents: found.steps.map(({ parent }) => parent), span: within(key ?? node) };
}

function isFunction({ tag }: SyntaxNode): boolean {
  return tag?.name.startsWith('!') ?? false;
}

function isFunctionName(key: string): boolean {
  return key.startsWith('Fn::') || key === 'Ref';
}
