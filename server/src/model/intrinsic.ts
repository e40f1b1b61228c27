import { remember, type SyntaxNode } from '#syntax';

/** An intrinsic function call, whichever way it is written. `argument` carries no tag. */
export interface Intrinsic {
  /** The full name: `Ref`, `Condition`, `Fn::If`, … */
  readonly name: string;
  readonly argument: SyntaxNode;
}

/** Short tags that do not take the `Fn::` prefix in long form. */
const UNPREFIXED = new Set(['Ref', 'Condition']);

/** The intrinsic function a node calls (`!Sub x`, `{ Fn::Sub: x }`); undefined for a plain value. */
export function intrinsicOf(node: SyntaxNode): Intrinsic | undefined {
  return node.tag || node.kind === 'map' ? call(node) : undefined;
}

const call = remember((node: SyntaxNode) => (node.tag ? shortForm(node) : longForm(node)));

function shortForm(node: SyntaxNode): Intrinsic | undefined {
  const name = node.tag?.name.slice(1) ?? '';
  if (name === '') return undefined;
  const argument = { ...node, tag: undefined };
  return { name: UNPREFIXED.has(name) ? name : `Fn::${name}`, argument };
}

function longForm(node: SyntaxNode): Intrinsic | undefined {
  if (node.kind !== 'map' || node.entries.length !== 1) return undefined;
  const entry = node.entries[0];
  const name = entry?.key.text;
  if (!entry || !name) return undefined;
  if (name === 'Ref' || name === 'Condition')
    return entry.value.kind === 'scalar' ? { name, argument: entry.value } : undefined;
  if (!name.startsWith('Fn::') || name.startsWith('Fn::ForEach::')) return undefined;
  return { name, argument: entry.value };
}
