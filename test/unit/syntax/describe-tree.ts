import type { SyntaxNode, SyntaxTree } from '#syntax';
import { spanOf } from '#syntax';

/** All that a tree says, as plain data with spans in the text, to compare trees with. */
export function describeTree(tree: SyntaxTree): unknown {
  return {
    blocks: tree.blocks.map((block) => ({
      kind: block.kind,
      section: block.section,
      start: tree.startOf(block),
      text: block.text,
      key: block.key && describeNode(tree, block.key),
      value: block.value && describeNode(tree, block.value),
      comments: block.comments,
      errors: block.errors,
    })),
    sections: tree.sections.map(({ name, block, key, value, entries }) => ({
      name,
      start: tree.startOf(block),
      key: key && describeNode(tree, key),
      value: value && describeNode(tree, value),
      entries: entries?.map((entry) => tree.startOf(entry)),
    })),
    errors: tree.errors(),
  };
}

/** A node with its spans in the text. */
function describeNode(tree: SyntaxTree, node: SyntaxNode): unknown {
  const own = { kind: node.kind, span: spanOf(tree, node), tag: node.tag?.name, anchor: node.anchor };
  switch (node.kind) {
    case 'scalar':
      return { ...own, value: node.value, style: node.style, text: node.text };
    case 'alias':
      return { ...own, name: node.name };
    case 'map':
      return {
        ...own,
        style: node.style,
        entries: node.entries.map(({ key, value }) => [describeNode(tree, key), describeNode(tree, value)]),
      };
    case 'list':
      return { ...own, style: node.style, items: node.items.map((item) => describeNode(tree, item)) };
  }
}

/** The plain value of a whole tree, tags as `{ '!Tag': value }`, so that a JSON and a YAML text can be compared. */
export function valueOfTree(tree: SyntaxTree): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, value, entries } of tree.sections) {
    values[name] = entries
      ? Object.fromEntries(entries.map((entry) => [entry.key?.text, entry.value && plainValue(entry.value)]))
      : value && plainValue(value);
  }
  return values;
}

/** The plain value of a node. */
function plainValue(node: SyntaxNode): unknown {
  if (node.tag) return { [node.tag.name]: plainValue({ ...node, tag: undefined }) };
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'alias':
      return `*${node.name}`;
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainValue(value)]));
    case 'list':
      return node.items.map(plainValue);
  }
}
