import { parseTree, type ScalarNode, type SyntaxNode } from '#syntax';

/** Beyond this a text is no policy document (IAM takes 10,240 characters at most). */
const MOST_CHARACTERS = 20_000;

const roots = new WeakMap<ScalarNode, { readonly root: SyntaxNode | undefined }>();

/** The map that the text of a scalar holds as JSON; undefined for every other text. Read once for each scalar. */
export function embeddedMap(scalar: ScalarNode): SyntaxNode | undefined {
  const { text } = scalar;
  if (text.length > MOST_CHARACTERS || !text.trimStart().startsWith('{')) return undefined;
  const known = roots.get(scalar) ?? { root: parse(text) };
  roots.set(scalar, known);
  return known.root;
}

function parse(text: string): SyntaxNode | undefined {
  // Under a key of its own, so that none of its keys is taken for a section of a template.
  const tree = parseTree(`{"embedded": ${text}\n}`, 'json');
  return tree.errors().length > 0 ? undefined : tree.sections[0]?.value;
}
