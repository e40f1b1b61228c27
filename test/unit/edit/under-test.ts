import { expect } from 'vitest';
import { type Fragment, type Intent, proveEdits, renderIntents } from '#edit';
import type { WriteTarget } from '#model';
import { detectLanguage, parseTree, type SyntaxNode, type SyntaxTree } from '#syntax';
import { applyEdits } from '#text';

/** Says what to do to a template, once there is a tree to find the places in. */
export type Wish = (tree: SyntaxTree) => Intent;

/** `Resources.B.Properties` and behind a bar the path beneath that node: `Resources.B|Properties.Tags.-`. */
export function set(place: string, value: Fragment): Wish {
  return (tree) => ({ kind: 'set', target: targetAt(tree, place), value });
}

export function append(place: string, value: Fragment): Wish {
  return (tree) => ({ kind: 'append', target: targetAt(tree, place), value });
}

export function remove(place: string): Wish {
  return (tree) => ({ kind: 'remove', target: targetAt(tree, place) });
}

export function addResource(logicalId: string, body: Fragment, after?: string): Wish {
  return () => ({ kind: 'addResource', logicalId, body, after });
}

export function addParameter(name: string, body: Fragment): Wish {
  return () => ({ kind: 'addParameter', name, body });
}

/** The text after the wishes; proven, and the same as the edits alone give. Undefined when declined. */
export function fix(text: string, ...wishes: readonly Wish[]): string | undefined {
  const tree = parseTree(text, detectLanguage('', text));
  const intents = wishes.map((wish) => wish(tree));
  const edits = renderIntents(tree, intents);
  const proven = proveEdits(tree, intents);
  if (!edits) {
    expect(proven).toBeUndefined();
    return undefined;
  }
  expect(proven, `not proven: ${applyEdits(text, edits)}`).toBeDefined();
  expect(proven?.edits).toEqual(edits);
  expect(proven?.tree.text).toBe(applyEdits(text, edits));
  edits.slice(1).forEach((edit, index) => {
    expect(edit.span.start, 'ordered and apart').toBeGreaterThan(edits[index]?.span.end ?? 0);
  });
  return proven?.tree.text;
}

function targetAt(tree: SyntaxTree, place: string): WriteTarget {
  const [at = '', path = ''] = place.split('|');
  return { at: nodeAt(tree, at), path: path === '' ? [] : path.split('.').map(step) };
}

function nodeAt(tree: SyntaxTree, place: string): SyntaxNode {
  const [name, ...keys] = place.split('.');
  const section = tree.sections.find((other) => other.name === name);
  const entry = section?.entries?.find((block) => block.key?.text === keys[0]);
  const start = section?.entries ? entry?.value : section?.value;
  const rest = section?.entries ? keys.slice(1) : keys;
  const node = rest.reduce<SyntaxNode | undefined>((parent, key) => child(parent, key), start);
  if (!node) throw new Error(`no node at ${place}`);
  return node;
}

function child(parent: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  // The short form of a function is its argument, with a tag.
  if (parent?.tag && key.startsWith('Fn::')) return parent;
  if (parent?.kind === 'list') return parent.items[Number(key)];
  if (parent?.kind === 'map') return parent.entries.findLast((entry) => entry.key.text === key)?.value;
  return undefined;
}

function step(text: string): string | number {
  return /^[0-9]+$/.test(text) ? Number(text) : text;
}
